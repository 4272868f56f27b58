-- The list has twelve «Thị Trấn …» among its «Thị trấn …»; names that are there already are not written again.
update geography.area set name = regexp_replace(name, '^Thị Trấn ', 'Thị trấn ') where name like 'Thị Trấn %';
