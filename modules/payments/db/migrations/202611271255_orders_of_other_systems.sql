-- Another system hands in orders to pay («lệnh chi của hệ thống nguồn»), by the GovStack interface for payments to persons.
alter table payments.envelope
  drop constraint envelope_purpose_known,
  add constraint envelope_purpose_known check (purpose in ('run', 'reissue', 'one_off', 'source'));

create table payments.source_payee (
  source_id     uuid not null,
  functional_id text not null,
  person_id     uuid not null references people.person,
  area_id       integer not null,
  registered_at timestamptz not null,
  primary key (source_id, functional_id),
  constraint source_payee_id_known check (functional_id ~ '^[0-9]{12}[0-9A-Za-z]{8}$')
);
comment on column payments.source_payee.functional_id is
  'PayeeFunctionalID: the personal number and eight signs by which the source knows its programme.';

create table payments.source_batch (
  source_id   uuid not null,
  batch_id    text not null,
  request_id  text not null,
  sha256      text not null,
  area_id     integer not null,
  orders      integer not null,
  amount      bigint not null,
  received_at timestamptz not null,
  primary key (source_id, batch_id),
  constraint source_batch_of_something check (orders > 0 and amount > 0)
);
comment on table payments.source_batch is 'What a system handed in at once; the same batch again changes nothing.';

create table payments.source_order (
  source_id      uuid not null,
  instruction_key text not null,
  batch_id       text not null,
  functional_id  text not null,
  instruction_id uuid not null references payments.instruction,
  area_id        integer not null,
  narration      text,
  primary key (source_id, instruction_key),
  foreign key (source_id, batch_id) references payments.source_batch deferrable initially deferred
);
create index source_order_batch on payments.source_order (source_id, batch_id);
comment on column payments.source_order.instruction_id is 'The first order made of it; later tries replace that one.';

do $$
declare name text;
begin
  foreach name in array array['source_payee', 'source_batch', 'source_order'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy of_area on payments.%I using (area_id in (
      select area_id from geography.area_within
      where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
