-- What comes from people without an account: drafts they come back to, what they say of us, papers they send.
create table applications.draft (
  code_digest text primary key,
  content     jsonb       not null,
  saved_at    timestamptz not null,
  expires_at  timestamptz not null
);
create index draft_expired on applications.draft (expires_at);
comment on table applications.draft is 'Answers somebody has begun to give. They belong to whoever has the code; nobody of the office reads them.';
comment on column applications.draft.code_digest is 'sha256 of the code: whoever reads this table learns none.';

create table applications.feedback (
  id             uuid primary key default uuidv7(),
  kind           text        not null,
  code_digest    text        not null,
  area_id        integer     not null references geography.area,
  application_id uuid references applications.application,
  document_id    uuid references applications.document,
  contact        jsonb,
  state          text        not null default 'received',
  received_at    timestamptz not null,
  accepted_on    date,
  due_on         date,
  outcome        text,
  answered_at    timestamptz,
  version        integer     not null default 1,
  constraint feedback_code_once unique (code_digest),
  constraint feedback_kind_known check (kind in ('feedback', 'complaint', 'appeal')),
  constraint feedback_state_known check (state in ('received', 'accepted', 'answered')),
  constraint feedback_appeal_of_document check (kind <> 'appeal' or (document_id is not null and contact is not null)),
  constraint feedback_outcome_known check (outcome in ('upheld', 'partly_upheld', 'rejected'))
);
create index feedback_queue on applications.feedback (area_id, received_at desc, id);
create index feedback_of_application on applications.feedback (application_id) where application_id is not null;
comment on table applications.feedback is 'What people say: feedback («góp ý, phản ánh»), complaints about how they were treated, appeals («khiếu nại») against a decision.';
comment on column applications.feedback.code_digest is 'sha256 of the code its writer has: nobody, of the office either, can give it out again.';
comment on column applications.feedback.contact is 'Null of who does not want to be known.';

create table applications.feedback_message (
  id          uuid primary key default uuidv7(),
  feedback_id uuid        not null references applications.feedback,
  is_answer   boolean     not null,
  by_name     text,
  text        text        not null,
  at          timestamptz not null
);
create index feedback_message_of_feedback on applications.feedback_message (feedback_id, at);

alter table applications.draft enable row level security;
create policy of_system on applications.draft using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
alter table applications.feedback enable row level security;
create policy of_area on applications.feedback using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.feedback_message enable row level security;
create policy of_feedback on applications.feedback_message using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.feedback where feedback.id = feedback_id));
