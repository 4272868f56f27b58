-- Administrative units («đơn vị hành chính»), each valid for a period; a code without a date names nobody.
create schema geography;

create table geography.area (
  id        integer primary key,
  code      text      not null,
  name      text      not null,
  kind      text      not null,
  level     smallint  not null,
  parent_id integer   references geography.area,
  during    daterange not null,
  act       text,
  search_key text     not null,
  constraint area_level_known check (level between 0 and 3),
  constraint area_code_once_at_a_time exclude using gist (level with =, code with =, during with &&)
);
comment on column geography.area.level is '0 the country, 1 province, 2 district (until 2025-06-30), 3 commune.';
comment on column geography.area.kind is 'tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu, quốc gia.';
create index area_parent on geography.area (parent_id);

create table geography.area_change (
  from_id   integer not null references geography.area,
  to_id     integer not null references geography.area,
  kind      text    not null,
  effective date    not null,
  share     numeric not null default 1,
  certain   boolean not null default true,
  act       text,
  primary key (from_id, to_id),
  constraint area_change_kind_known check (kind in ('rename', 'merge', 'split', 'transfer')),
  constraint area_change_share check (share > 0 and share <= 1)
);
comment on table geography.area_change is 'Which unit took the place of which («thay đổi địa giới»); a re-coded commune is not a move.';

create table geography.area_within (
  within_id integer not null references geography.area,
  area_id   integer not null references geography.area,
  primary key (within_id, area_id)
);
comment on table geography.area_within is 'Every unit inside another, by hierarchy or by succession, itself included: what an officer of the first may see.';

create table geography.classification (
  id      uuid primary key default uuidv7(),
  area_id integer   not null references geography.area,
  village text,
  kind    text      not null,
  during  daterange not null,
  act     text      not null,
  certain boolean   not null default true,
  constraint classification_kind_known check (kind in ('extremely_difficult', 'mountainous'))
);
create index classification_of_area on geography.classification (area_id);
comment on column geography.classification.village is 'A village of the unit; null means the whole unit. Names are those of the time of the list.';

create table geography.calendar_day (
  day     date primary key,
  kind    text not null,
  name    text not null,
  certain boolean not null default true,
  constraint calendar_day_kind_known check (kind in ('holiday', 'substitute', 'worked'))
);
comment on table geography.calendar_day is 'Weekdays without work, and Saturdays worked instead; all other days follow the week.';
