-- Layout 1 of the case store. Keys begin with (tenant, case_number), rows are only added.
CREATE TABLE case_event (
  tenant      TEXT    NOT NULL,
  case_number TEXT    NOT NULL,
  number      INTEGER NOT NULL CHECK (number >= 1),
  before      BLOB    NOT NULL CHECK (length(before) = 32),
  hash        BLOB    NOT NULL CHECK (length(hash) = 32),
  event       TEXT    NOT NULL,
  PRIMARY KEY (tenant, case_number, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_request (
  tenant      TEXT    NOT NULL,
  case_number TEXT    NOT NULL,
  request_key TEXT    NOT NULL,
  version     INTEGER NOT NULL CHECK (version >= 1),
  facts       BLOB    NOT NULL CHECK (length(facts) = 32),
  PRIMARY KEY (tenant, case_number, request_key)
) STRICT, WITHOUT ROWID;

-- An event follows on the one before it. This also stops INSERT OR REPLACE, which
-- would delete the old row without asking the triggers for deletion.
CREATE TRIGGER case_event_insert BEFORE INSERT ON case_event
BEGIN
  SELECT RAISE(ABORT, 'append only') WHERE EXISTS (
    SELECT 1 FROM case_event AS old WHERE old.tenant = NEW.tenant
      AND old.case_number = NEW.case_number AND old.number = NEW.number);
  SELECT RAISE(ABORT, 'chain broken') WHERE NEW.number > 1 AND NOT EXISTS (
    SELECT 1 FROM case_event AS old WHERE old.tenant = NEW.tenant
      AND old.case_number = NEW.case_number AND old.number = NEW.number - 1
      AND old.hash = NEW.before);
END;
CREATE TRIGGER case_event_update BEFORE UPDATE ON case_event
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_event_delete BEFORE DELETE ON case_event
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TRIGGER case_request_insert BEFORE INSERT ON case_request
BEGIN
  SELECT RAISE(ABORT, 'append only') WHERE EXISTS (
    SELECT 1 FROM case_request AS old WHERE old.tenant = NEW.tenant
      AND old.case_number = NEW.case_number AND old.request_key = NEW.request_key);
END;
CREATE TRIGGER case_request_update BEFORE UPDATE ON case_request
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_request_delete BEFORE DELETE ON case_request
BEGIN SELECT RAISE(ABORT, 'append only'); END;
