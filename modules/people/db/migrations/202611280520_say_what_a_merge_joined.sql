alter table people.merge add joined jsonb not null default '[]';
comment on column people.merge.joined is 'Ties whose days are others than one of the two records had them: of which days each told, and which stand.';
