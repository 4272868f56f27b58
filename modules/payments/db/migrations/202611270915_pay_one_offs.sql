-- Money that a decision gives once is paid by envelopes of its own («đợt chi một lần»): an instruction for each.
alter table payments.envelope
  drop constraint envelope_purpose_known,
  add constraint envelope_purpose_known check (purpose in ('run', 'reissue', 'one_off'));

alter table payments.instruction add column one_off_id uuid references entitlement.one_off;
create unique index instruction_of_one_off_once on payments.instruction (one_off_id)
  where one_off_id is not null and replaces_id is null and state <> 'withdrawn';
create index instruction_one_off on payments.instruction (one_off_id) where one_off_id is not null;
comment on column payments.instruction.one_off_id is 'What is paid once; of a new try as of the first.';
comment on column payments.instruction.payee_id is
  'Whom it pays; of money given once to somebody in no register, that one-off itself.';
