-- The outlines of the parts of a divided commune, given with the change: there is no unit yet they could be of.
create table territory.step_outline (
  reform_id    uuid        not null references territory.reform,
  effective    date        not null,
  code         text        not null,
  rings        jsonb       not null,
  area_km2     numeric     not null,
  source       text        not null,
  note         text,
  is_schematic boolean     not null,
  given_at     timestamptz not null,
  given_by     uuid        not null,
  primary key (reform_id, effective, code),
  constraint step_outline_area_positive check (area_km2 > 0)
);
comment on table territory.step_outline is 'Outlines that come with a day of a reform; they become outlines of the units when it is applied.';
comment on column territory.step_outline.code is 'Of the unit as the reform names it: a file that is looked at again keeps its outlines.';
