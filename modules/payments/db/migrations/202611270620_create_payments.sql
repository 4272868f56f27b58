-- Payments («chi trả»): from an approved list to the answer of the bank, on the books of a double-entry ledger.
create schema payments;

create table payments.provider (
  id             uuid primary key default uuidv7(),
  code           text not null,
  name           text not null,
  kind           text not null,
  area_id        integer not null references geography.area,
  channels       text[] not null,
  format         text not null,
  bic            text,
  debtor_name    text not null,
  debtor_account text not null,
  is_plain       boolean not null default false,
  is_by_area     boolean not null default false,
  delivery       jsonb not null default '{"by": "hand"}',
  is_open        boolean not null default true,
  constraint provider_code_once unique (code),
  constraint provider_kind_known check (kind in ('bank', 'wallet', 'post_office')),
  constraint provider_channels_known check (channels <@ array['account', 'wallet', 'cash_point', 'cash_home'] and cardinality(channels) > 0),
  constraint provider_format_known check (format in ('pain.001.001.03', 'pain.001.001.09', 'csv'))
);
comment on table payments.provider is 'A paying organisation («đơn vị chi trả»): a bank, a wallet, the post office, for an area and some channels.';
comment on column payments.provider.is_plain is 'Its gateway takes no Vietnamese letters: names are sent without marks.';
comment on column payments.provider.is_by_area is 'It wants a block of orders for each unit instead of one for all.';
comment on column payments.provider.delivery is 'How files travel: by hand, through folders, or over HTTP; only whoever runs the server says where to.';

create table payments.fund (
  id        uuid primary key default uuidv7(),
  area_id   integer not null references geography.area,
  year      smallint not null,
  programme text not null,
  source    text not null,
  share     smallint not null,
  code      text not null,
  constraint fund_once unique (area_id, year, programme, source),
  constraint fund_programme_known check (programme in ('monthly_allowance', 'social_pension', 'care', 'one_off')),
  constraint fund_source_known check (source in ('central', 'province', 'commune')),
  constraint fund_share_of_a_hundred check (share between 1 and 100)
);
comment on table payments.fund is 'A budget line («dòng dự toán»): a year, a programme and a source of money; what is on it says the ledger.';
comment on column payments.fund.share is 'Of each hundred đồng of the programme, how many come from this source; the first source takes what does not divide.';

create table payments.entry (
  id          bigint generated always as identity primary key,
  kind        text not null,
  cause       text not null,
  booked_on   date not null,
  recorded_at timestamptz not null,
  by_user     uuid not null,
  by_name     text not null,
  note        text,
  made_in     xid8 not null default pg_current_xact_id(),
  constraint entry_kind_known check (kind in
    ('fund_allocated', 'envelope_approved', 'envelope_cancelled', 'envelope_sent', 'paid', 'returned', 'recalled',
     'refunded', 'recovery_opened', 'recovery_repaid', 'recovery_offset', 'recovery_written_off')),
  constraint entry_once unique (kind, cause)
);
comment on table payments.entry is 'Something that happened to money («bút toán»); its postings balance in each unit. Never changed, never removed.';
comment on column payments.entry.cause is 'The one thing it is about, such as an envelope or an answer file: nothing is booked twice.';

create table payments.posting (
  id             bigint generated always as identity primary key,
  entry_id       bigint not null,
  account        text not null,
  amount         bigint not null,
  area_id        integer not null,
  provider_id    uuid,
  fund_id        uuid,
  programme      text,
  envelope_id    uuid,
  instruction_id uuid,
  person_id      uuid,
  month          platform.month,
  constraint posting_account_known check (account in
    ('appropriation', 'budget_available', 'budget_blocked', 'budget_spent', 'treasury', 'at_provider', 'expense',
     'payable', 'receivable', 'written_off')),
  constraint posting_of_something check (amount <> 0)
);
create index posting_entry on payments.posting (entry_id);
create index posting_provider on payments.posting (provider_id, account) where provider_id is not null;
create index posting_fund on payments.posting (fund_id, account) where fund_id is not null;
create index posting_person on payments.posting (person_id, account) where person_id is not null;
comment on column payments.posting.amount is 'Debit («nợ») above zero, credit («có») below.';

create function payments.never() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_never_changed before update or delete on payments.entry
  for each statement execute function payments.never();
create trigger posting_never_changed before update or delete on payments.posting
  for each statement execute function payments.never();

-- Whoever posts writes the whole entry at once: when its transaction ends, debit and credit are equal in every unit.
create function payments.stamp_entry() returns trigger language plpgsql as $$
begin
  new.made_in := pg_current_xact_id();
  return new;
end $$;
create trigger entry_stamped before insert on payments.entry for each row execute function payments.stamp_entry();

create function payments.assert_entry_balances() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare lost record;
begin
  select area_id, sum(amount) as difference into lost from payments.posting
  where entry_id = new.id group by area_id having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'Entry % (% %) is out of balance by % in unit %', new.id, new.kind, new.cause, lost.difference, lost.area_id
      using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  if not exists (select from payments.posting where entry_id = new.id) then
    raise exception 'Entry % (% %) posts nothing', new.id, new.kind, new.cause
      using errcode = 'check_violation', constraint = 'entry_posts_something';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on payments.entry deferrable initially deferred
  for each row execute function payments.assert_entry_balances();

create function payments.assert_entry_is_open() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (
    select from (select distinct entry_id from fresh) as touched
    left join payments.entry on entry.id = touched.entry_id
    where entry.made_in is distinct from pg_current_xact_id())
  then
    raise exception 'Postings come with their entry and never later'
      using errcode = 'check_violation', constraint = 'posting_with_its_entry';
  end if;
  return null;
end $$;
create trigger posting_with_its_entry after insert on payments.posting referencing new table as fresh
  for each statement execute function payments.assert_entry_is_open();

create table payments.envelope (
  id            uuid primary key default uuidv7(),
  number        integer generated always as identity,
  code          text not null generated always as
    ('DC-' || substr(month, 3, 2) || '-' || lpad(number::text, greatest(4, length(number::text)), '0')) stored,
  state         text not null,
  purpose       text not null,
  month         platform.month not null,
  run_id        uuid,
  provider_id   uuid not null references payments.provider,
  area_id       integer not null references geography.area,
  request_id    uuid not null,
  instructions  integer not null,
  amount        bigint not null,
  carried       bigint not null,
  fingerprint   text not null,
  prepared_by   uuid not null,
  prepared_name text not null,
  prepared_at   timestamptz not null,
  checked_by    uuid,
  checked_name  text,
  checked_at    timestamptz,
  approved_by   uuid,
  approved_name text,
  approved_at   timestamptz,
  sending_at    timestamptz,
  execute_on    date,
  file_name     text,
  file_sha256   text,
  job_id        uuid,
  sent_by       uuid,
  sent_name     text,
  sent_at       timestamptz,
  reconciled_by   uuid,
  reconciled_name text,
  reconciled_at   timestamptz,
  constraint envelope_code_once unique (code),
  constraint envelope_state_known check (state in ('draft', 'checked', 'approved', 'sending', 'sent', 'reconciled', 'cancelled')),
  constraint envelope_purpose_known check (purpose in ('run', 'reissue')),
  constraint envelope_of_its_run check ((purpose = 'run') = (run_id is not null)),
  constraint envelope_holds_something check (instructions > 0 and amount > 0 and carried between 0 and amount),
  constraint envelope_checked_by_second check (checked_by <> prepared_by),
  constraint envelope_approved_by_third check (approved_by <> prepared_by and approved_by <> checked_by),
  constraint envelope_approved_before_sent check
    (state not in ('approved', 'sending', 'sent', 'reconciled') or (checked_by is not null and approved_by is not null)),
  constraint envelope_sent_as_a_file check (state not in ('sent', 'reconciled') or (sent_at is not null and file_sha256 is not null))
);
create unique index envelope_of_run_once on payments.envelope (run_id, provider_id) where state <> 'cancelled';
create index envelope_month on payments.envelope (month);
comment on table payments.envelope is 'What one provider is to pay for one run («đợt chi»), with control totals; approved by two more people, sent once.';
comment on column payments.envelope.carried is 'Of the amount, what already lies at the provider from returns and unclaimed money, and is not transferred again.';
comment on column payments.envelope.fingerprint is 'sha256 of every instruction as it was frozen.';

create table payments.envelope_area (
  envelope_id  uuid not null references payments.envelope,
  area_id      integer not null references geography.area,
  instructions integer not null,
  amount       bigint not null,
  primary key (envelope_id, area_id)
);
comment on table payments.envelope_area is 'Control totals («số tổng kiểm soát») by unit.';

create table payments.instruction (
  id            uuid primary key default uuidv7(),
  envelope_id   uuid not null,
  provider_id   uuid not null,
  number        integer not null,
  end_to_end_id text not null,
  run_id        uuid,
  month         platform.month not null,
  payee_id      uuid not null,
  payee_name    text not null,
  area_id       integer not null,
  amount        bigint not null,
  channel       text not null,
  bank          text,
  bic           text,
  account       text,
  pay_point_id  integer,
  state         text not null,
  reason        text,
  replaces_id   uuid,
  is_carried    boolean not null default false,
  ended_on      date,
  recall_asked_at timestamptz,
  constraint instruction_key_once unique (end_to_end_id),
  constraint instruction_key_fits check (length(end_to_end_id) between 1 and 35),
  constraint instruction_replaced_once unique (replaces_id),
  constraint instruction_amount_positive check (amount > 0),
  constraint instruction_channel_known check (channel in ('account', 'wallet', 'cash_point', 'cash_home')),
  constraint instruction_account_named check (channel not in ('account', 'wallet') or (bank is not null and account is not null)),
  constraint instruction_state_known check (state in
    ('ready', 'sent', 'paid', 'returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn')),
  constraint instruction_ended_on_a_day check ((state in ('ready', 'sent')) = (ended_on is null))
);
create unique index instruction_in_envelope on payments.instruction (envelope_id, number);
create unique index instruction_of_payee_once on payments.instruction (run_id, payee_id)
  where replaces_id is null and state <> 'withdrawn';
create index instruction_payee on payments.instruction (payee_id);
create index instruction_open on payments.instruction (provider_id, amount) where state = 'sent';
comment on table payments.instruction is 'One order to pay one payee («lệnh chi»); ends in exactly one visible state. A new try is a new one that replaces it.';
comment on column payments.instruction.end_to_end_id is 'The key the provider hands back: a second order with it is not executed.';

create table payments.item (
  instruction_id uuid not null,
  person_id      uuid not null,
  component      text not null,
  benefit_month  platform.month not null,
  programme      text not null,
  amount         bigint not null,
  area_id        integer not null,
  primary key (instruction_id, person_id, component, benefit_month),
  constraint item_amount_positive check (amount > 0),
  constraint item_programme_known check (programme in ('monthly_allowance', 'social_pension', 'care', 'one_off'))
);
create index item_person on payments.item (person_id);
comment on table payments.item is 'What an instruction is for: a person, a component of the law and a month, as the line of the run says.';

-- A state changes only as domain/instruction-state.ts says, whoever asks.
create function payments.assert_instruction_steps() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare wrong record;
begin
  select former.id, former.state as from_state, latter.state as to_state into wrong
  from former join latter on latter.id = former.id
  where (former.state <> latter.state and former.state || ' ' || latter.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned']))
    or (former.envelope_id, former.end_to_end_id, former.payee_id, former.payee_name, former.amount, former.bank, former.account)
      is distinct from (latter.envelope_id, latter.end_to_end_id, latter.payee_id, latter.payee_name, latter.amount,
        latter.bank, latter.account)
  limit 1;
  if found then
    raise exception 'Instruction % does not go from % to %', wrong.id, wrong.from_state, wrong.to_state
      using errcode = 'check_violation', constraint = 'instruction_step_known';
  end if;
  return null;
end $$;
create trigger instruction_step_known after update on payments.instruction
  referencing old table as former new table as latter
  for each statement execute function payments.assert_instruction_steps();
create trigger instruction_never_removed before delete on payments.instruction
  for each statement execute function payments.never();
create trigger item_never_changed before update or delete on payments.item
  for each statement execute function payments.never();

create table payments.response (
  id          uuid primary key default uuidv7(),
  provider_id uuid not null references payments.provider,
  area_id     integer not null references geography.area,
  sha256      text not null,
  name        text not null,
  kind        text not null,
  message_id  text not null,
  about       text,
  state       text not null,
  lines       integer not null default 0,
  amount      bigint not null default 0,
  opening     bigint,
  closing     bigint,
  through     date,
  received_by   uuid not null,
  received_name text not null,
  received_at   timestamptz not null,
  constraint response_file_once unique (provider_id, sha256),
  constraint response_message_once unique (provider_id, kind, message_id),
  constraint response_kind_known check (kind in ('pain.002', 'camt.053', 'camt.054', 'csv')),
  constraint response_state_known check (state in ('read', 'refused'))
);
comment on table payments.response is 'A file a provider answered with («tệp trả lời»); the same file a second time changes nothing.';
comment on column payments.response.closing is 'The balance the provider says there is, at the end of `through`.';

create table payments.response_line (
  response_id    uuid not null,
  number         integer not null,
  area_id        integer not null,
  end_to_end_id  text,
  provider_ref   text,
  outcome        text not null,
  amount         bigint,
  currency       text,
  reason         text,
  account        text,
  name           text,
  booked_on      date,
  verdict        text not null,
  instruction_id uuid,
  settled_by     uuid,
  settled_name   text,
  settled_at     timestamptz,
  settled_note   text,
  primary key (response_id, number),
  constraint response_line_outcome_known check (outcome in
    ('paid', 'returned', 'rejected', 'recalled', 'unclaimed', 'accepted', 'transferred', 'refunded', 'other')),
  constraint response_line_verdict_known check (verdict in
    ('matched', 'repeated', 'noted', 'unknown', 'ambiguous', 'amount_differs', 'contradicts', 'matched_by_hand', 'set_aside')),
  constraint response_line_settled_by_somebody check
    ((verdict in ('matched_by_hand', 'set_aside')) = (settled_by is not null)),
  constraint response_line_set_aside_for_a_reason check (verdict <> 'set_aside' or length(trim(settled_note)) > 0)
);
create index response_line_open on payments.response_line (area_id, response_id)
  where verdict in ('unknown', 'ambiguous', 'amount_differs', 'contradicts');
create index response_line_instruction on payments.response_line (instruction_id) where instruction_id is not null;

-- The second wall.
do $$
declare name text;
begin
  foreach name in array array['posting', 'envelope_area', 'instruction', 'item', 'response', 'response_line'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy of_area on payments.%I using (area_id in (
      select area_id from geography.area_within
      where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
alter table payments.envelope enable row level security;
create policy of_area on payments.envelope using (
  area_id in (
    select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or id in (select envelope_id from payments.envelope_area));
