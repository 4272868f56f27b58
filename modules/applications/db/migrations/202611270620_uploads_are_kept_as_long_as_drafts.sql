-- What was photographed for a draft is there as long as the draft is; what nobody came back for is deleted.
alter table applications.upload add column kept_until timestamptz;
update applications.upload set kept_until = at + interval '1 day';
alter table applications.upload alter column kept_until set not null;
create index upload_expired on applications.upload (kept_until) where application_id is null;
comment on column applications.upload.kept_until is 'Until then a file may take it: a day, or as long as the draft that names it.';
