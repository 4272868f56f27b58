-- A record of a commune and one of what that commune became agree from now on. What was learned without it is forgotten, and with the
-- next look everybody is compared anew: pairs that were missed are found, and what people decided of a pair stays.
delete from people.match_model;
