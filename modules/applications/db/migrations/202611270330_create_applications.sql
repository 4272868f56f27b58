-- Files («hồ sơ thủ tục»): what people ask for, what was done about it by when, and the papers that came of it.
create schema applications;

create table applications.application (
  id              uuid primary key default uuidv7(),
  code            text        not null,
  procedure       text        not null,
  edition         text        not null,
  area_id         integer     not null references geography.area,
  channel         text        not null,
  person_id       uuid references people.person,
  subject         jsonb       not null,
  born            date        not null,
  applicant       jsonb,
  asked           jsonb       not null,
  payment         jsonb,
  step            text        not null,
  received_at     timestamptz not null,
  complete_on     date,
  missing         jsonb       not null default '[]',
  step_since      timestamptz not null,
  due_at          timestamptz,
  act_by          timestamptz,
  paused_at       timestamptz,
  assignee_id     uuid,
  assignee_name   text,
  is_confidential boolean     not null default false,
  flags           text[]      not null default '{}',
  decided_on      date,
  outcome         text,
  closed_at       timestamptz,
  version         integer     not null default 1,
  changed_at      timestamptz not null,
  changed_by      text        not null,
  constraint application_code_once unique (code),
  constraint application_channel_known check (channel in ('counter', 'post', 'online', 'home_visit')),
  constraint application_closed_with_outcome check (closed_at is null or outcome is not null),
  constraint application_decided_with_outcome check (decided_on is null or outcome is not null),
  constraint application_paused_while_open check (paused_at is null or closed_at is null)
);
comment on table applications.application is 'One file, as it stands now; how it came to stand so is in applications.event.';
comment on column applications.application.edition is 'The form of the procedure the file follows to its end, chosen by the day it was received (TRN-02).';
comment on column applications.application.area_id is 'The unit that handles the file, as it was when it came to it.';
comment on column applications.application.person_id is 'Null until an officer has found or registered the person the file is about.';
comment on column applications.application.subject is 'Whom it is about, as they were written down.';
comment on column applications.application.applicant is 'Who asks for them; null where they ask themselves.';
comment on column applications.application.asked is 'Answers of the applicant: they become facts of the register only by an officer.';
comment on column applications.application.complete_on is 'When the last paper was in: the day from which the clock counts.';
comment on column applications.application.missing is 'What the citizen was asked for last, everything at once: [{kind, why}]; empty once it is in.';
comment on column applications.application.due_at is 'Until when the citizen has an answer; null while the clock stands still.';
comment on column applications.application.act_by is 'Until when whoever has it now must act: what the queue is sorted by.';
comment on column applications.application.outcome is 'The kind of decision, or why there was none; known from the decision on, before the result is handed over.';
comment on column applications.application.version is 'Counts every change, so that nobody overwrites what they have not seen.';
create index application_queue on applications.application
  (area_id, coalesce(act_by, 'infinity'::timestamptz), id) where closed_at is null;
create index application_queue_all on applications.application
  (coalesce(act_by, 'infinity'::timestamptz), id) where closed_at is null;
create index application_of_assignee on applications.application
  (assignee_id, coalesce(act_by, 'infinity'::timestamptz), id) where closed_at is null;
create index application_of_birth on applications.application (born) where closed_at is null;
create index application_of_person on applications.application (person_id) where person_id is not null;
create index application_closed on applications.application (area_id, closed_at desc, id) where closed_at is not null;
create index application_closed_all on applications.application (closed_at desc, id) where closed_at is not null;

create table applications.search_term (
  term           text collate "C" not null,
  application_id uuid not null references applications.application on delete cascade,
  constraint search_term_once primary key (term, application_id)
);
create index search_term_of_application on applications.search_term (application_id);
comment on table applications.search_term is 'Words a file is found by within the queue: of the name without marks, the ends of numbers, the code.';

create table applications.event (
  id             bigint generated always as identity primary key,
  application_id uuid        not null references applications.application,
  kind           text        not null,
  at             timestamptz not null,
  by_id          uuid,
  by_name        text        not null,
  from_step      text,
  to_step        text,
  version        integer     not null,
  detail         jsonb       not null default '{}'
);
create index event_of_application on applications.event (application_id, id);
comment on table applications.event is 'Everything done about a file, in order («phiếu kiểm soát» is made from it). Only ever appended to.';
create function applications.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'What was done about a file is only ever appended to';
end
$$;
create trigger event_stays before update or delete on applications.event
  for each row execute function applications.refuse_change();

create table applications.paper (
  id             uuid primary key default uuidv7(),
  application_id uuid        not null references applications.application,
  kind           text        not null,
  state          text        not null,
  file_id        uuid references platform.file,
  note           text,
  recorded_at    timestamptz not null,
  recorded_by    text        not null,
  replaced_at    timestamptz,
  constraint paper_state_known check (state in ('missing', 'provided', 'accepted', 'rejected', 'held_by_state'))
);
create index paper_of_application on applications.paper (application_id);
comment on table applications.paper is 'Papers of a file («thành phần hồ sơ»); a later state replaces the earlier one, which stays.';
comment on column applications.paper.state is 'held_by_state: the State has it already, so nobody is asked for it.';

create table applications.pause (
  id             uuid primary key default uuidv7(),
  application_id uuid        not null references applications.application,
  began_at       timestamptz not null,
  ended_at       timestamptz,
  requested_by   text        not null,
  constraint pause_runs_forward check (ended_at is null or ended_at >= began_at)
);
create unique index pause_one_open on applications.pause (application_id) where ended_at is null;
create index pause_of_application on applications.pause (application_id);
comment on table applications.pause is 'Times in which the clock stood still, because papers were asked for.';

create table applications.proposal (
  id             uuid primary key default uuidv7(),
  application_id uuid references applications.application,
  batch_id       uuid,
  area_id        integer     not null references geography.area,
  person_id      uuid        not null references people.person,
  kind           text        not null,
  benefit        text,
  payee_id       uuid references people.person,
  terms          jsonb       not null,
  basis          jsonb       not null,
  fingerprint    text        not null,
  deviation      text,
  state          text        not null,
  is_confidential boolean    not null default false,
  drafted_at     timestamptz not null,
  drafted_by     uuid        not null,
  drafted_name   text        not null,
  settled_at     timestamptz,
  settled_by     uuid,
  settled_name   text,
  return_reason  text,
  due_at         timestamptz,
  constraint proposal_state_known check (state in ('drafted', 'signed', 'returned', 'withdrawn')),
  constraint proposal_settled check ((state = 'drafted') = (settled_at is null)),
  constraint proposal_signed_by_another check (state <> 'signed' or settled_by <> drafted_by),
  constraint proposal_returned_with_reason check (state <> 'returned' or return_reason is not null)
);
create unique index proposal_one_open on applications.proposal (application_id) where state = 'drafted' and application_id is not null;
create index proposal_of_application on applications.proposal (application_id);
create index proposal_to_sign on applications.proposal (coalesce(due_at, 'infinity'::timestamptz), id) where state = 'drafted';
create index proposal_of_person on applications.proposal (person_id);
comment on table applications.proposal is 'What is put before the chair («tờ trình»): the decision as the law computes it, and what it was computed from.';
comment on column applications.proposal.basis is 'The facts, awards and amounts it rests on; signing compares them with those of the day.';
comment on column applications.proposal.deviation is 'Why it is not what the law computes; such a one is never signed in a batch.';

create table applications.number_series (
  area_id integer not null references geography.area,
  year    integer not null,
  series  text    not null,
  last    integer not null,
  constraint number_series_once primary key (area_id, year, series),
  constraint number_series_not_negative check (last >= 0)
);
comment on table applications.number_series is 'The last number given («số văn bản») by an organisation in a year; its row is locked while one is drawn.';

create table applications.document (
  id             uuid primary key default uuidv7(),
  application_id uuid references applications.application,
  proposal_id    uuid references applications.proposal,
  person_id      uuid references people.person,
  area_id        integer     not null references geography.area,
  kind           text        not null,
  series         text,
  year           integer     not null,
  sequence       integer,
  number         text,
  issued_on      date        not null,
  content        jsonb       not null,
  state          text        not null default 'pending',
  pdf_file_id    uuid references platform.file,
  word_file_id   uuid references platform.file,
  sha256         text,
  verification   text        not null,
  decision_id    uuid,
  is_confidential boolean    not null default false,
  issued_at      timestamptz not null,
  issued_by      uuid,
  issued_name    text        not null,
  made_at        timestamptz,
  constraint document_number_once unique (area_id, year, series, sequence),
  constraint document_verified_once unique (verification),
  constraint document_numbered check ((series is null) = (sequence is null) and (series is null) = (number is null)),
  constraint document_state_known check (state in ('pending', 'made')),
  constraint document_made check ((state = 'made') = (pdf_file_id is not null))
);
create unique index document_of_proposal on applications.document (proposal_id) where proposal_id is not null;
create index document_of_application on applications.document (application_id);
create index document_pending on applications.document (issued_at) where state = 'pending';
create index document_of_person on applications.document (person_id);
comment on table applications.document is 'Papers the office issued, their words frozen when they were signed; the files are made of them afterwards.';
comment on column applications.document.verification is 'What the QR code on the paper says: whoever has the paper can see here what it must say.';

create table applications.command (
  request_id   uuid primary key,
  kind         text        not null,
  input_digest text        not null,
  result       jsonb       not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null
);

alter table applications.application enable row level security;
create policy of_area on applications.application using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.proposal enable row level security;
create policy of_area on applications.proposal using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.document enable row level security;
create policy of_area on applications.document using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.search_term enable row level security;
create policy of_application on applications.search_term using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.application where application.id = application_id));
alter table applications.event enable row level security;
create policy of_application on applications.event using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.application where application.id = application_id));
alter table applications.paper enable row level security;
create policy of_application on applications.paper using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.application where application.id = application_id));
alter table applications.pause enable row level security;
create policy of_application on applications.pause using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.application where application.id = application_id));
