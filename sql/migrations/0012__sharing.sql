-- Whose a record is, how far it has gone, and whom it concerns. Runs on SQLite and PostgreSQL alike.

alter table record add column side text not null default '';             -- the country whose account entered it; '' for the keeper
alter table record add column entered_by text;                           -- the organisation of that account
alter table record add column sharing text not null default 'released';  -- draft, released or open
alter table record add column follows text;                              -- the record it is a part of; null where it stands by itself
create index record_follows on record (follows);
create index record_draft on record (side) where sharing = 'draft';

-- The organisations a record concerns: those it names, and those of its partnership.
create table record_concern (
  record_id text not null references record (id),  -- the record
  organisation_id text not null,                   -- one it concerns
  primary key (record_id, organisation_id)
);
create index record_concern_organisation on record_concern (organisation_id, record_id);

alter table document add column side text not null default '';             -- the country whose account added it; '' for the keeper
alter table document add column sharing text not null default 'released';  -- draft, released or open

alter table change add column account text;                          -- whose doing; null at the command line
alter table change add column session text not null default '';      -- the id of the session or token it came by
alter table change add column address text not null default '';      -- loopback, private or public
alter table change add column side text not null default '';         -- the country of the account
alter table change add column draft integer not null default 0;      -- 1: the record was its side's own then

alter table calendar_feed add column account text;                   -- whose it is; null of the keeper

-- What earlier versions wrote.
insert into record_concern (record_id, organisation_id)
select record_id, organisation_id from partnership_party where organisation_id is not null
union select record_id, organisation_id from agreement_party where organisation_id is not null
union select record_id, organisation_id from commitment_party where organisation_id is not null
union select id, responsible_id from commitment where responsible_id is not null
union select record_id, organisation_id from activity_party where organisation_id is not null
union select id, organisation_id from post where organisation_id is not null
union select record_id, organisation_id from observation_party where organisation_id is not null
union select id, organisation_id from target where organisation_id is not null
union select id, giver_id from support where giver_id is not null
union select id, receiver_id from support where receiver_id is not null
union select id, giver_id from award where giver_id is not null
union select id, receiver_id from award where receiver_id is not null
union select id, id from organisation
union select id, organisation from division where organisation is not null
union select id, successor from division where successor is not null
union select record_id, organisation_id from course_party where organisation_id is not null
union select id, organiser_id from course where organiser_id is not null
union select id, organisation_id from trainee where organisation_id is not null
union select id, organisation_id from delegate where organisation_id is not null
union select id, proposer_id from proposal where proposer_id is not null
union select id, addressee_id from proposal where addressee_id is not null
union select id, desk from proposal where desk is not null
union select a.id, p.organisation_id from agreement a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from commitment a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from activity a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from observation a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from occasion a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from support a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from award a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from course a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null
union select a.id, p.organisation_id from proposal a join partnership_party p on p.record_id = a.partnership where p.organisation_id is not null;
update record set follows = (select course from trainee where trainee.id = record.id) where kind = 'trainee';
update record set follows = (select activity from delegate where delegate.id = record.id) where kind = 'delegate';
update record set follows = (select activity from agenda_item where agenda_item.id = record.id) where kind = 'agenda_item';
update record set follows = (select record from attachment where attachment.id = record.id) where kind = 'attachment';
-- A file kept with a trainee goes as far as the course.
update record set follows = (select above.follows from record above where above.id = record.follows)
where kind = 'attachment' and exists (select 1 from record above where above.id = record.follows and above.follows is not null);
