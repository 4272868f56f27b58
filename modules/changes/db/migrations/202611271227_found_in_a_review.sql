-- What a reviewer noted at a door is found like what another register told: an officer looks, with a paper.
alter table changes.request drop constraint request_source_known;
alter table changes.request add constraint request_source_known check (source in ('officer', 'population', 'review'));
