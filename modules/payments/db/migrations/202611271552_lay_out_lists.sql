-- How a provider without ISO messages wants its lists, and how it answers («bố cục tệp»): data, each version kept.
create table payments.layout (
  id          uuid primary key default uuidv7(),
  request_id  uuid not null unique,
  provider_id uuid not null references payments.provider,
  orders      jsonb not null,
  answers     jsonb not null,
  made_by     uuid not null,
  made_name   text not null,
  made_at     timestamptz not null
);
create index layout_of_provider on payments.layout (provider_id, made_at);
comment on table payments.layout is 'The newest of a provider counts; none is the one the program knows. Never changed: files that were sent are made of it again.';
create trigger layout_never_changed before update or delete on payments.layout
  for each statement execute function payments.never();

alter table payments.envelope add column layout_id uuid references payments.layout;
comment on column payments.envelope.layout_id is 'How its list is laid out, fixed when it is first sent; none is the usual way.';

alter table payments.response add column faults jsonb;
comment on column payments.response.faults is 'Rows of a refused list that could not be taken, with why.';

-- A list that was refused may be read after all once its layout is mended; read it is read once.
alter table payments.response drop constraint response_file_once;
create unique index response_file_once on payments.response (provider_id, sha256) where state = 'read';
