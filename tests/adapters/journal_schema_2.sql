pragma application_id = 1146309442;
pragma user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE break (
  seq integer primary key,
  id text not null,
  change text not null check (change in ('written', 'corrected', 'deleted')),
  day text not null,
  outcome text not null,
  reason text,
  offered_at integer,
  started_at integer,
  ended_at integer not null,
  utc_offset_s integer not null,
  zone text not null,
  seconds integer not null,
  routine text not null,
  level text not null,
  week integer not null,
  snoozes integer not null,
  held_back_by text not null,
  discomfort text,
  energy integer,
  note text not null,
  source text not null,
  sum blob not null
) strict;
INSERT INTO "break" VALUES(1,'done','written','2026-11-22','completed',NULL,1795348740,1795348800,1795349070,3600,'Europe/Berlin',240,'desk','beginner',1,1,'["meeting"]',NULL,NULL,'Ünïcode, "quotes" and a
new line','schedule',X'64B87F9A7E3BF799');
INSERT INTO "break" VALUES(2,'missed','written','2026-11-22','missed','unanswered',1795355400,NULL,1795357800,0,'UTC',0,'','',1,0,'[]',NULL,NULL,'','schedule',X'4EA5F656E2C5165F');
INSERT INTO "break" VALUES(3,'taken-back','written','2026-11-22','missed','unanswered',1795355500,NULL,1795357900,0,'UTC',0,'','',1,0,'[]',NULL,NULL,'','schedule',X'4E632ED4A0BDAEBE');
INSERT INTO "break" VALUES(4,'done','corrected','2026-11-22','completed',NULL,1795348740,1795348800,1795349070,3600,'Europe/Berlin',240,'desk','beginner',1,1,'["meeting"]',NULL,4,'Ünïcode, "quotes" and a
new line','schedule',X'898C4FBD1EDCEF2E');
INSERT INTO "break" VALUES(5,'taken-back','deleted','2026-11-22','missed','unanswered',1795355500,NULL,1795357900,0,'UTC',0,'','',1,0,'[]',NULL,NULL,'','schedule',X'F4DBA23D17135A8C');
INSERT INTO "break" VALUES(6,'done','corrected','2026-11-22','completed',NULL,1795348740,1795348800,1795349070,3600,'Europe/Berlin',240,'desk','beginner',1,1,'["meeting"]',NULL,4,'Ünïcode, "quotes" and a
new line','schedule',X'898C4FBD1EDCEF2E');
CREATE TABLE event (
  seq integer primary key,
  id text not null unique,
  at integer not null,
  what text not null,
  data text not null,
  sum blob not null
) strict;
INSERT INTO "event" VALUES(1,'came',1795348800,'arrived','{"by":"input","idle_s":0,"locked":false}',X'23E8A0926347EF88');
CREATE TABLE open_break (
  slot integer primary key check (slot = 1),
  id text not null,
  body text not null,
  sum blob not null
) strict;
INSERT INTO "open_break" VALUES(1,'4c70f9c0-71aa-4a96-95dc-711f4e99c87d','{"id":"4c70f9c0-71aa-4a96-95dc-711f4e99c87d","opened":{"day":"2026-11-22","held_back_by":["meeting"],"level":"beginner","offered_at":"2026-11-22T17:32:20Z","planned":[{"done_reps":0,"exercise":"shoulder_rotation","outcome":"skipped","planned_reps":5,"seconds":0,"unit":"reps"},{"done_reps":0,"exercise":"back_twist","outcome":"skipped","planned_reps":5,"seconds":0,"unit":"reps"},{"done_reps":0,"exercise":"side_tilt","outcome":"skipped","planned_reps":5,"seconds":0,"unit":"reps"},{"done_reps":0,"exercise":"cat_cow","outcome":"skipped","planned_reps":5,"seconds":0,"unit":"reps"}],"routine":"desk","snoozes":1,"source":"schedule","started_at":"2026-11-22T17:33:20Z","utc_offset_s":3600,"week":1,"zone":"Europe/Berlin"}}',X'5235658C23A22ADD');
CREATE TABLE open_step (
  exercise text primary key,
  position integer not null,
  at integer not null,
  body text not null,
  sum blob not null
) strict, without rowid;
INSERT INTO "open_step" VALUES('shoulder_rotation',0,1795348800,'{"done_reps":5,"exercise":"shoulder_rotation","outcome":"completed","planned_reps":5,"seconds":60,"unit":"reps"}',X'EDF5FA17A29A79CA');
CREATE TABLE revision (
  break_seq integer primary key references break (seq) on delete cascade,
  changed_at integer,
  corrected integer not null check (corrected in (0, 1)),
  mended text check (mended in ('added', 'noted', 'deleted')),
  undoes integer,
  sum blob not null
) strict;
INSERT INTO "revision" VALUES(6,1795349200,0,NULL,NULL,X'C8CEBD882E46FFF3');
CREATE TABLE step (
  break_seq integer not null references break (seq),
  position integer not null,
  exercise text not null,
  unit text not null,
  planned_reps integer not null,
  done_reps integer not null,
  seconds integer not null,
  outcome text not null,
  primary key (break_seq, position)
) strict, without rowid;
INSERT INTO "step" VALUES(1,0,'shoulder_rotation','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(1,1,'back_twist','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(1,2,'side_tilt','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(1,3,'cat_cow','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(4,0,'shoulder_rotation','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(4,1,'back_twist','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(4,2,'side_tilt','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(4,3,'cat_cow','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(6,0,'shoulder_rotation','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(6,1,'back_twist','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(6,2,'side_tilt','reps',5,5,60,'completed');
INSERT INTO "step" VALUES(6,3,'cat_cow','reps',5,5,60,'completed');
CREATE TABLE tombstone (
  id text not null,
  changed_at integer not null,
  sum blob not null,
  primary key (id, changed_at)
) strict, without rowid;
INSERT INTO "tombstone" VALUES('elsewhere',1795349300,X'AE85EBD2D8A4F6F7');
CREATE UNIQUE INDEX break_once on break (id) where change = 'written';
CREATE INDEX break_by_id on break (id, seq);
CREATE INDEX break_by_day on break (day, ended_at);
CREATE INDEX event_by_time on event (at);
COMMIT;
