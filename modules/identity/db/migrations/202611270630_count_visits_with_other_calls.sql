-- Requests to sign in are counted where all others are, under a digest instead of an address.
drop table identity.visits;
