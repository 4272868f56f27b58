-- Papers the list of the law does not have: each is a kind of its own («other», «other-2») and has a name.
alter table applications.paper
  add column name text,
  add constraint paper_named_only_beside_the_list check (name is null or kind ~ '^other(-[0-9]+)?$');
comment on column applications.paper.name is 'What a paper is called that the list of the law does not have: in the words of whoever asked for it or sent it.';
