-- What a decision gives once («hỗ trợ một lần»: mai táng, khẩn cấp, chăm sóc tạm thời), until it is paid. What is given in
-- kind stands in the decision alone.
alter table entitlement.decision
  drop constraint decision_kind_known,
  add constraint decision_kind_known check (kind in
    ('grant', 'adjust', 'suspend', 'resume', 'stop', 'transfer', 'convert', 'refuse', 'support'));

create table entitlement.one_off (
  id           uuid primary key default uuidv7(),
  decision_id  uuid not null references entitlement.decision,
  person_id    uuid not null references people.person,
  is_household boolean not null,
  area_id      integer not null references geography.area,
  rule         text not null,
  citation     text not null,
  event        text not null,
  event_on     date not null,
  amount       bigint not null,
  payee_id     uuid references people.person,
  payee        jsonb,
  state        text not null default 'due',
  taken_by     uuid,
  settled_at   timestamptz,
  recorded_at  timestamptz not null,
  constraint one_off_positive check (amount > 0),
  constraint one_off_payee_one check ((payee_id is null) <> (payee is null)),
  constraint one_off_state_known check (state in ('due', 'taken', 'paid', 'cancelled')),
  constraint one_off_taken_by_list check ((state in ('taken', 'paid')) = (taken_by is not null)),
  constraint one_off_settled check ((state in ('paid', 'cancelled')) = (settled_at is not null))
);
create unique index one_off_of_event on entitlement.one_off (person_id, rule, event_on) where state <> 'cancelled';
create unique index one_off_one_funeral on entitlement.one_off (person_id) where event = 'death' and state <> 'cancelled';
create index one_off_due on entitlement.one_off (area_id, recorded_at) where state = 'due';
create index one_off_of_decision on entitlement.one_off (decision_id);
create index one_off_of_payee on entitlement.one_off (payee_id) where payee_id is not null;
comment on column entitlement.one_off.person_id is 'Whom the event happened to: of a death the dead, of a household who stands for it.';
comment on column entitlement.one_off.area_id is 'The unit that decided, and pays.';
comment on column entitlement.one_off.payee is 'Name and numbers of who receives it and is not in the register: whoever arranged a burial, a hospital.';
comment on column entitlement.one_off.taken_by is 'The list of payments it went out with; given back, it is due again.';
comment on index entitlement.one_off_one_funeral is 'Several funeral rights: one, the highest (khoản 2 Điều 11 Nghị định 20/2021/NĐ-CP).';

-- One decision for a list («chuyển mức»): what each award on it came to before and after.
create table entitlement.conversion (
  decision_id uuid not null references entitlement.decision,
  award_id    uuid not null references entitlement.award,
  person_id   uuid not null references people.person,
  benefit     text not null,
  before      bigint not null,
  after       bigint,
  arrears     bigint not null,
  primary key (decision_id, award_id)
);
create index conversion_of_person on entitlement.conversion (person_id);
comment on column entitlement.conversion.after is 'Null where the award had ended by the day of the decision, and only arrears are left.';

alter table entitlement.one_off enable row level security;
create policy of_person_or_area on entitlement.one_off using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id)
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table entitlement.conversion enable row level security;
create policy of_person on entitlement.conversion using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
