-- What was told of somebody before, which a late death has to respect; `toldBefore` names the same kinds.
create index entry_of_person on population.entry (person_id)
  where kind in ('alive', 'move', 'marriage', 'divorce', 'death_cancelled');
