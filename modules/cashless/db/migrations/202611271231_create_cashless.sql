-- Payment without cash («chi trả không dùng tiền mặt»): the plan of its roll-out, who is ready, who is visited, and what it changes.
create schema cashless;

create table cashless.wave (
  id             uuid primary key default uuidv7(),
  request_id     uuid not null,
  area_id        integer not null references geography.area,
  name           text not null,
  is_pilot       boolean not null,
  first_month    platform.month not null,
  last_month     platform.month,
  version        integer not null default 1,
  cancelled_at   timestamptz,
  constraint wave_request_once unique (request_id),
  constraint wave_months_in_order check (last_month >= first_month)
);
comment on table cashless.wave is 'Communes that are asked to go over to accounts together («đợt triển khai»), from a month on.';
comment on column cashless.wave.area_id is 'The unit that planned it.';

create table cashless.wave_commune (
  wave_id uuid      not null references cashless.wave,
  area_id integer   not null references geography.area,
  during  daterange not null,
  primary key (wave_id, area_id),
  constraint wave_commune_once_at_a_time exclude using gist (area_id with =, during with &&)
);
comment on column cashless.wave_commune.during is 'The months of its wave; a cancelled wave holds no commune, its history says which it held.';

create table cashless.target (
  wave_id uuid not null references cashless.wave,
  month   platform.month not null,
  share   smallint not null,
  primary key (wave_id, month),
  constraint target_of_a_hundred check (share between 1 and 100)
);
comment on table cashless.target is 'Of each hundred payees, how many are to be paid without cash from a month on; holds until the next.';

create table cashless.wave_change (
  wave_id uuid not null references cashless.wave,
  version integer not null,
  what    text not null,
  content jsonb not null,
  reason  text,
  at      timestamptz not null,
  by_user uuid not null,
  by_name text not null,
  primary key (wave_id, version),
  constraint wave_change_known check (what in ('planned', 'changed', 'cancelled')),
  constraint wave_changed_for_a_reason check (what = 'planned' or length(trim(reason)) > 0)
);
comment on table cashless.wave_change is 'What a wave was from each change on, who made it and why. Never changed, never removed.';
create function cashless.never() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger wave_change_never_changed before update or delete on cashless.wave_change
  for each statement execute function cashless.never();

create table cashless.payee (
  person_id    uuid primary key references people.person on delete cascade,
  area_id      integer not null,
  month        platform.month not null,
  way          text not null,
  name_check   text not null,
  has_receiver boolean not null,
  for_others   boolean not null,
  sex          text not null,
  born         date not null,
  disability   text,
  counted_at   timestamptz not null,
  constraint payee_way_known check (way in ('account', 'wallet', 'cash_point', 'cash_home')),
  constraint payee_name_check_known check (name_check in ('matches', 'unchecked', 'doubtful', 'none'))
);
create index payee_of_area on cashless.payee (area_id, way);
comment on table cashless.payee is 'A projection: whoever the last approved list of their unit pays, and how they are paid now. Made again from payroll, payments and people.';
comment on column cashless.payee.name_check is 'What the bank said of whose account it is when it was asked for here; unchecked where the account was taken over.';
comment on column cashless.payee.has_receiver is 'Somebody else receives in their place.';
comment on column cashless.payee.for_others is 'Receives for somebody else, such as a child.';

create table cashless.tally (
  area_id    integer not null,
  age        text not null,
  sex        text not null,
  disability text not null,
  receiver   text not null,
  way        text not null,
  name_check text not null,
  payees     integer not null,
  primary key (area_id, age, sex, disability, receiver, way, name_check),
  constraint tally_counts_somebody check (payees > 0)
);
comment on table cashless.tally is 'How many payees of a unit are alike in all of this, counted whenever one of them changes: a page adds up a few thousand rows instead of every payee.';

create table cashless.visit (
  id           uuid primary key default uuidv7(),
  request_id   uuid not null,
  person_id    uuid not null references people.person on delete cascade,
  area_id      integer not null,
  outcome      text not null,
  reason       text,
  note         text,
  ask_again_on date,
  at           timestamptz not null,
  by_user      uuid not null,
  by_name      text not null,
  constraint visit_request_once unique (request_id),
  constraint visit_outcome_known check (outcome in ('opened', 'declined', 'unable', 'not_met')),
  constraint visit_refused_for_a_reason check ((outcome in ('declined', 'unable')) = (reason is not null)),
  constraint visit_reason_known check (reason in
    ('used_to_cash', 'no_trust', 'family_collects', 'far_from_point', 'no_phone', 'no_papers', 'cannot_move', 'other')),
  constraint visit_other_reason_told check (reason <> 'other' or length(trim(note)) > 0),
  constraint visit_asks_again_after_no check (ask_again_on is null or outcome in ('declined', 'unable'))
);
create index visit_of_person on cashless.visit (person_id, at);
comment on table cashless.visit is 'What came of asking somebody («kết quả vận động»). Cash stays a right: who wants it is not asked again before a day, or not at all.';
comment on column cashless.visit.ask_again_on is 'The first day they may be asked again; null after a no means never, unless they ask themselves.';
create trigger visit_never_changed before update on cashless.visit
  for each statement execute function cashless.never();

create table cashless.stance (
  person_id     uuid primary key references people.person on delete cascade,
  area_id       integer not null,
  outcome       text,
  reason        text,
  ask_again_on  date,
  visits        integer not null default 0,
  visited_at    timestamptz,
  assignee_id   uuid,
  assignee_name text,
  assigned_at   timestamptz,
  constraint stance_assigned_to_somebody check ((assignee_id is null) = (assignee_name is null))
);
create index stance_of_area on cashless.stance (area_id);
comment on table cashless.stance is 'Where the visits of somebody have come to, and who is to visit them: the last rows of cashless.visit, kept beside.';

create table cashless.result (
  envelope_id  uuid    not null references payments.envelope,
  area_id      integer not null,
  channel      text    not null,
  month        platform.month not null,
  orders       integer not null,
  paid         integer not null,
  returned     integer not null,
  rejected     integer not null,
  unclaimed    integer not null,
  recalled     integer not null,
  waited       integer not null,
  days         bigint  not null,
  days_squared bigint  not null,
  primary key (envelope_id, area_id, channel),
  constraint result_counts check (orders >= paid + returned + rejected + unclaimed + recalled and waited <= orders)
);
create index result_of_month on cashless.result (month, area_id);
comment on table cashless.result is 'What became of the first orders of a list, counted from the orders themselves; a new try is part of the first.';
comment on column cashless.result.waited is 'Of the orders, how many were paid in the end, at once or by a new try: what days adds up.';
comment on column cashless.result.days is 'From the approval of the first order until the money was paid.';

do $$
declare name text;
begin
  foreach name in array array['payee', 'tally', 'visit', 'stance', 'result'] loop
    execute format('alter table cashless.%I enable row level security', name);
    execute format('create policy of_area on cashless.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0
      or area_id in (select area_id from geography.area_within
                     where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
