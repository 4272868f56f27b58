-- What went to an heir of somebody who lives after all comes back by no rule: people settle it, and say by which paper.
create table payments.heir_settlement (
  instruction_id uuid primary key references payments.instruction,
  area_id        integer not null references geography.area,
  paper          text not null,
  settled_by     uuid not null,
  settled_name   text not null,
  settled_at     timestamptz not null,
  constraint heir_settlement_by_a_paper check (length(trim(paper)) > 0)
);
comment on table payments.heir_settlement is 'Orders that went to an heir although their payee lives, and the paper by which people settled between them.';
create trigger heir_settlement_never_altered before update or delete on payments.heir_settlement
  for each statement execute function payments.never();

alter table payments.heir_settlement enable row level security;
create policy of_area on payments.heir_settlement using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

create index instruction_to_heirs on payments.instruction (area_id) where receiver ->> 'role' = 'heir';
