-- A list has its own table, and Word is drawn of the frozen words when somebody asks: neither column was ever filled.
alter table applications.proposal drop column batch_id;
alter table applications.document drop column word_file_id;
