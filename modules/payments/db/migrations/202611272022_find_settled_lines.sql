-- What a person said of a line is found without reading every line that found its order by itself.
create index response_line_settled on payments.response_line (settled_at)
  where verdict in ('matched_by_hand', 'set_aside');
