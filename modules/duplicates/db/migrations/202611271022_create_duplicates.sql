-- Records that may be one person («nghi trùng»): found by the matching of the register, decided by people.
create schema duplicates;

create table duplicates.pair (
  id            uuid primary key default uuidv7(),
  one_id        uuid    not null references people.person on delete cascade,
  other_id      uuid    not null references people.person on delete cascade,
  one_area_id   integer not null references geography.area,
  other_area_id integer not null references geography.area,
  score         real    not null,
  likely        real    not null,
  parts         jsonb   not null,
  at_stake      bigint  not null default 0,
  state         text    not null default 'open',
  found_at      timestamptz not null,
  proposal      jsonb,
  proposed_by   uuid,
  proposed_name text,
  proposed_at   timestamptz,
  reason        text,
  decided_by    uuid,
  decided_name  text,
  decided_at    timestamptz,
  merge_id      uuid references people.merge,
  constraint pair_in_order check (one_id < other_id),
  constraint pair_once unique (one_id, other_id),
  constraint pair_likely_is_a_share check (likely >= 0 and likely <= 1),
  constraint pair_state_known check (state in ('open', 'asked', 'agreed', 'proposed', 'apart', 'merged')),
  constraint pair_decided_by_somebody check ((state in ('apart', 'merged')) = (decided_by is not null)),
  constraint pair_decided_whole check (num_nonnulls(decided_by, decided_name, decided_at) in (0, 3)),
  constraint pair_apart_for_a_reason check (state <> 'apart' or reason is not null),
  constraint pair_proposed_whole check (num_nonnulls(proposal, proposed_by, proposed_name, proposed_at) in (0, 4)),
  constraint pair_waits_for_what_was_proposed check (state <> 'proposed' or proposal is not null),
  constraint pair_merged_by_a_merge check ((state = 'merged') = (merge_id is not null))
);
create index pair_of_one on duplicates.pair (one_id);
create index pair_of_other on duplicates.pair (other_id);
create index pair_by_one_area on duplicates.pair (one_area_id, state);
create index pair_by_other_area on duplicates.pair (other_area_id, state);
create index pair_open on duplicates.pair (at_stake desc, likely desc, id) where state in ('open', 'asked', 'agreed', 'proposed');
create index pair_of_merge on duplicates.pair (merge_id) where merge_id is not null;
comment on column duplicates.pair.one_area_id is 'Where the person of the smaller id is at home, as the register last said.';
comment on column duplicates.pair.parts is 'How each comparison is alike and what it weighs in bits, without what is compared.';
comment on column duplicates.pair.at_stake is 'In đồng: what was listed for both in one month for one component.';
comment on column duplicates.pair.state is 'A pair kept apart stays apart, whatever is found again.';

-- One commune asks the other about a pair they share.
create table duplicates.question (
  id            uuid primary key default uuidv7(),
  pair_id       uuid    not null references duplicates.pair on delete cascade,
  from_area_id  integer not null references geography.area,
  to_area_id    integer not null references geography.area,
  message       text    not null,
  asked_by      uuid    not null,
  asked_name    text    not null,
  asked_at      timestamptz not null,
  answer        text,
  note          text,
  answered_by   uuid,
  answered_name text,
  answered_at   timestamptz,
  constraint question_answer_known check (answer in ('same', 'different', 'unsure')),
  constraint question_answered_whole check (num_nonnulls(answer, note, answered_by, answered_name, answered_at) in (0, 5))
);
create unique index question_one_at_a_time on duplicates.question (pair_id) where answer is null;

create table duplicates.command (
  request_id   uuid primary key,
  kind         text not null,
  input_digest text not null,
  result       jsonb not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid
);

alter table duplicates.pair enable row level security;
-- Whoever has one end of a pair sees that there is a pair; what they see of the other end, the program says.
create policy of_either_area on duplicates.pair using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or one_area_id in (select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or other_area_id in (select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table duplicates.question enable row level security;
create policy of_pair on duplicates.question using (exists (select from duplicates.pair where pair.id = pair_id));
