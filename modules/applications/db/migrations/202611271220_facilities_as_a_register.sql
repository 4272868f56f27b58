-- Facilities («cơ sở trợ giúp xã hội») are recorded by whoever keeps their register, or by their heads; one that closed is kept.
alter table applications.facility
  add column kind         text,
  add column is_public    boolean,
  add column head_name    text,
  add column former_names text[] not null default '{}',
  add column closed_on    date,
  drop constraint facility_one_head,
  add constraint facility_kind_known
    check (kind in ('older', 'children', 'disabled', 'mental', 'general', 'social_work', 'small', 'other'));
create unique index facility_one_head on applications.facility (head_id) where closed_on is null;
comment on column applications.facility.kind is 'What it is by Điều 5 of Nghị định 103/2017/NĐ-CP; small: fewer than ten people, registered only (Điều 44 to 48).';
comment on column applications.facility.is_public is 'Whether the State keeps it («công lập»); null while nobody has said.';
comment on column applications.facility.former_names is 'What it was called before: the stays of its residents name it as it was when they came.';
comment on column applications.facility.closed_on is 'The day it took nobody in any more; nobody lives there then.';

-- Where two facilities stand in one commune, the file itself says to which of them it went.
alter table applications.application add column facility_id uuid references applications.facility;
comment on column applications.application.facility_id is 'The facility it was sent to; null where none has a part in it.';
