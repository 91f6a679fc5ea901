PRAGMA application_id = 1346716484;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE accounts (
        number INTEGER PRIMARY KEY,  -- the order in which they were added
        id TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL  -- JSON
    );
INSERT INTO "accounts" VALUES(1,'a1','{"id":"a1","name":"Studio Bianchi","environment":"sandbox","base_url":"","oauth_url":"","email":"","token_expires":null}');
CREATE TABLE attempts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id TEXT NOT NULL,
        run TEXT NOT NULL,  -- which run of the program began it
        operation TEXT NOT NULL,
        target TEXT NOT NULL,
        label TEXT NOT NULL,
        payload_digest TEXT NOT NULL,
        before TEXT NOT NULL,  -- JSON
        amount TEXT,
        outcome TEXT NOT NULL,
        status INTEGER,
        code INTEGER,
        field TEXT,
        message TEXT NOT NULL DEFAULT '',
        reference TEXT NOT NULL DEFAULT '',
        started_at INTEGER NOT NULL,
        ended_at INTEGER
    , asked TEXT NOT NULL DEFAULT '{}', evidence TEXT);
INSERT INTO "attempts" VALUES(1,'a1','00000000000000000000000000000000','register_mailbox','','bianchi@testcert.legalmail.it','d','{"listed":false}','11.50','confirmed',NULL,NULL,NULL,'','m1',1800000030,1800000030,'{}',NULL);
INSERT INTO "attempts" VALUES(2,'a1','00000000000000000000000000000000','renew_mailbox','m1','bianchi@testcert.legalmail.it','d','{"scadenza":9}',NULL,'pending',NULL,NULL,NULL,'','',1800000030,NULL,'{"anni":2,"lapsed":false}',NULL);
INSERT INTO "attempts" VALUES(3,'a1','00000000000000000000000000000000','add_user','m1','bianchi@testcert.legalmail.it','d','{"multiutenza":[]}','5.00','unknown',NULL,NULL,NULL,'','',1800000030,1800000030,'{}','{"at":1800000028,"verdict":"did_not_happen","now":{"multiutenza":[],"alike":[]},"expenses":{"amounts":["9.00"],"unexplained":0},"absent_since":1800000026,"decided":false,"newest":3}');
CREATE TABLE batches (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        operation TEXT NOT NULL,
        digest TEXT NOT NULL,
        name TEXT NOT NULL,
        anew INTEGER NOT NULL,  -- what other batches did does not count
        rows TEXT NOT NULL,  -- JSON
        started_at INTEGER NOT NULL,
        finished_at INTEGER
    );
INSERT INTO "batches" VALUES('b1','a1','renew_mailbox','d','rinnovi.csv',0,'[{"number":2,"values":{"id":"m1","anni":"1"}}]',1800000030,NULL);
CREATE TABLE communications (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        list TEXT NOT NULL,  -- JSON: what the list said last
        moved INTEGER,  -- timestamp of `list`
        details TEXT,  -- JSON: what the communication itself said last
        details_moved INTEGER,  -- timestamp of `details`
        details_at INTEGER,
        listed INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        administrator INTEGER,
        PRIMARY KEY (account_id, id)
    );
INSERT INTO "communications" VALUES('a1','c1','{"id":"c1","casella_pec":"bianchi@testcert.legalmail.it","stato":"in_attesa_di_documenti","timestamp":7,"owner":"","cf":"","nome":"","cognome":"","qualifica":"","email":"","cellulare":"","ragione_sociale":"","cf_piva":"","comune":"","provincia":"","callback":null,"codice_registro_imprese":"","documenti_registro_imprese":[],"extra":{}}',7,'{"id":"c1","casella_pec":"bianchi@testcert.legalmail.it","stato":"in_attesa_di_documenti","timestamp":7,"owner":"","cf":"","nome":"","cognome":"","qualifica":"","email":"","cellulare":"","ragione_sociale":"Bianchi srl","cf_piva":"","comune":"","provincia":"","callback":null,"codice_registro_imprese":"","documenti_registro_imprese":[],"extra":{}}',7,1800000027,1,1800000027,1);
CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        draft TEXT NOT NULL  -- JSON
    );
INSERT INTO "drafts" VALUES('d1','a1','activation','m1',1800000030,'{"account_id":"a1","kind":"activation","id":"d1","step":"papers","values":{"single":true},"target":"m1","papers":[{"sha256":"6c65ce0f2da88f9f514d6f7df4d416db3e1ec3a8f7272cdc94ba35aaeef0172a","name":"modulo.pdf","role":"form"}],"ready":false,"problems":[{"field":"documenti","key":"paper.empty","details":{}}],"created_at":1800000030,"updated_at":1800000030}');
CREATE TABLE files (
        sha256 TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at INTEGER NOT NULL
    );
INSERT INTO "files" VALUES('6c65ce0f2da88f9f514d6f7df4d416db3e1ec3a8f7272cdc94ba35aaeef0172a','modulo.pdf',15,1800000030);
CREATE TABLE mailboxes (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        list TEXT NOT NULL,  -- JSON: what the list said last
        modified INTEGER,  -- ultima_modifica of `list`
        details TEXT,  -- JSON: what the mailbox itself said last
        details_modified INTEGER,  -- ultima_modifica of `details`
        details_at INTEGER,
        listed INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (account_id, id)
    );
INSERT INTO "mailboxes" VALUES('a1','m1','{"id":"m1","casella_pec":"bianchi@testcert.legalmail.it","tipo_casella":"BRONZE","stato":"evasa","data_scadenza":"04/03/2028","timestamp":{"registrazione":1,"ultima_modifica":5,"evasione":null,"scadenza":9,"revoca":null,"extra":{}},"owner":"studio@example.com","tipo_cliente":"","sottotipo_cliente":"","sottotipo_cliente_altro":"","nome_richiedente":"","cognome_richiedente":"","email":"","telefono":"","cellulare":"","codice_fiscale_richiedente":"","data_nascita_richiedente":"","sesso_richiedente":"","nazione_nascita_richiedente":"","comune_nascita_richiedente":"","provincia_nascita_richiedente":"","denominazione_titolare":"","cf_piva_titolare":"","indirizzo_titolare":"","comune_titolare":"","cap_titolare":"","nazione_titolare":"","provincia_titolare":"","tipo_documento":"","numero_documento":"","documento_rilasciato_da":"","data_rilascio_documento":"","data_scadenza_documento":"","callback":null,"autorinnovo":false,"dominio":"","cod_attivazione":"","uid":"","descrizione":"","data_attivazione":"","conservazione":false,"storico":false,"sms":false,"spazio_disco":0,"spazio_storico":0,"spazio_conservazione":0,"documenti_attivazione":[],"documenti_conservazione":[],"multiutenza":[],"extra":{"nuovo":[1,"perché no"]}}',5,'{"id":"m1","casella_pec":"bianchi@testcert.legalmail.it","tipo_casella":"","stato":"","data_scadenza":"","timestamp":{"registrazione":1,"ultima_modifica":5,"evasione":null,"scadenza":9,"revoca":null,"extra":{}},"owner":"","tipo_cliente":"","sottotipo_cliente":"","sottotipo_cliente_altro":"","nome_richiedente":"","cognome_richiedente":"","email":"","telefono":"","cellulare":"","codice_fiscale_richiedente":"","data_nascita_richiedente":"","sesso_richiedente":"","nazione_nascita_richiedente":"","comune_nascita_richiedente":"","provincia_nascita_richiedente":"","denominazione_titolare":"Bianchi srl","cf_piva_titolare":"","indirizzo_titolare":"","comune_titolare":"","cap_titolare":"","nazione_titolare":"","provincia_titolare":"","tipo_documento":"","numero_documento":"","documento_rilasciato_da":"","data_rilascio_documento":"","data_scadenza_documento":"","callback":null,"autorinnovo":false,"dominio":"","cod_attivazione":"","uid":"","descrizione":"","data_attivazione":"","conservazione":false,"storico":false,"sms":false,"spazio_disco":5120,"spazio_storico":0,"spazio_conservazione":0,"documenti_attivazione":[],"documenti_conservazione":[],"multiutenza":[{"nome":"Anna","cognome":"","descrizione":"","email_gestione_password":"","id_utenza":"","userid":"","timestamp":{"attivazione":null,"extra":{}},"extra":{}}],"extra":{}}',5,1800000010,1,1800000000,'telefonare a marzo');
INSERT INTO "mailboxes" VALUES('a1','m2','{"id":"m2","casella_pec":"sparita@example.com","tipo_casella":"","stato":"","data_scadenza":"","timestamp":{"registrazione":null,"ultima_modifica":null,"evasione":null,"scadenza":null,"revoca":null,"extra":{}},"owner":"","tipo_cliente":"","sottotipo_cliente":"","sottotipo_cliente_altro":"","nome_richiedente":"","cognome_richiedente":"","email":"","telefono":"","cellulare":"","codice_fiscale_richiedente":"","data_nascita_richiedente":"","sesso_richiedente":"","nazione_nascita_richiedente":"","comune_nascita_richiedente":"","provincia_nascita_richiedente":"","denominazione_titolare":"","cf_piva_titolare":"","indirizzo_titolare":"","comune_titolare":"","cap_titolare":"","nazione_titolare":"","provincia_titolare":"","tipo_documento":"","numero_documento":"","documento_rilasciato_da":"","data_rilascio_documento":"","data_scadenza_documento":"","callback":null,"autorinnovo":false,"dominio":"","cod_attivazione":"","uid":"","descrizione":"","data_attivazione":"","conservazione":false,"storico":false,"sms":false,"spazio_disco":0,"spazio_storico":0,"spazio_conservazione":0,"documenti_attivazione":[],"documenti_conservazione":[],"multiutenza":[],"extra":{}}',NULL,NULL,NULL,NULL,0,1800000000,'');
CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
INSERT INTO "meta" VALUES('journal_gap','{"cause":"new","since":null,"until":1800000030}');
INSERT INTO "meta" VALUES('listed_at:a1','1800000020');
CREATE TABLE outside_changes (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        target TEXT NOT NULL,  -- the mailbox's id
        at INTEGER NOT NULL,  -- when it was noticed
        what TEXT NOT NULL  -- JSON: name → before, after
    );
INSERT INTO "outside_changes" VALUES('a1','m1',1800000030,'{"spazio_disco":[4096,5120]}');
CREATE TABLE papers (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        mailbox_id TEXT NOT NULL,
        role TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES files (sha256),
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, mailbox_id, role, sha256)
    );
INSERT INTO "papers" VALUES('a1','m1','form','6c65ce0f2da88f9f514d6f7df4d416db3e1ec3a8f7272cdc94ba35aaeef0172a',1800000025);
CREATE INDEX drafts_by_target ON drafts (account_id, kind, target);
CREATE INDEX attempts_open ON attempts (account_id, operation, target)
    WHERE outcome IN ('pending', 'unknown')
    ;
CREATE TRIGGER attempts_end_once
    BEFORE UPDATE ON attempts WHEN OLD.outcome NOT IN ('pending', 'unknown')
    BEGIN
        SELECT RAISE(ABORT, 'the outcome is known already');
    END;
CREATE TRIGGER attempts_stay
    BEFORE DELETE ON attempts
    BEGIN
        SELECT RAISE(ABORT, 'the journal is not shortened');
    END;
CREATE INDEX attempts_by_target ON attempts (account_id, target);
CREATE TRIGGER attempts_keep_what_was_sent
    BEFORE UPDATE OF id, account_id, run, operation, target, label, payload_digest, before, asked,
        started_at ON attempts
    BEGIN
        SELECT RAISE(ABORT, 'what was sent cannot be rewritten');
    END;
CREATE INDEX batches_by_file ON batches (account_id, operation, digest);
CREATE INDEX attempts_by_draft ON attempts (account_id, json_extract(asked, '$.draft'));
CREATE INDEX outside_changes_by_target ON outside_changes (account_id, target);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('attempts',3);
COMMIT;
