-- What statements tell that is not on our books, found without reading every line of theirs.
create index response_line_aside on payments.response_line (response_id) where verdict = 'set_aside';
