alter table geography.area_change add column villages text[];
comment on column geography.area_change.villages is
  'Of a divided unit, the villages that went this way; empty for what no other way names, null where the unit went whole.';

create table geography.boundary (
  id           bigint generated always as identity primary key,
  area_id      integer not null references geography.area,
  since        date,
  rings        jsonb   not null,
  area_km2     numeric not null,
  source       text    not null,
  note         text,
  is_schematic boolean not null,
  import_id    uuid    not null,
  imported_at  timestamptz not null,
  imported_by  uuid    not null,
  replaced_at  timestamptz,
  constraint boundary_area_positive check (area_km2 > 0)
);
create unique index boundary_once on geography.boundary (area_id, since) nulls not distinct where replaced_at is null;
comment on table geography.boundary is 'The outline of a unit («ranh giới») since a day, as it was imported; it illustrates and has no legal force.';
comment on column geography.boundary.rings is 'Polygons of rings of [longitude, latitude] in WGS84, outer rings counter-clockwise (RFC 7946).';
comment on column geography.boundary.since is 'The first day it holds; null for as long as the unit is known.';
