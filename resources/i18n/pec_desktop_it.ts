<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en">
<context>
    <name>AccountList</name>
    <message>
        <source>Asking the service…</source>
        <translation>Richiesta al servizio in corso…</translation>
    </message>
    <message>
        <source>As soon as it is, this is asked for.</source>
        <translation>Appena lo sarà, questi dati verranno richiesti.</translation>
    </message>
    <message>
        <source>They stand in the console of your Openapi account and go to this computer&apos;s keychain. What you do with mailboxes needs only the access token.</source>
        <translation>Si trovano nella console dell&apos;account Openapi e vengono custodite nel portachiavi di questo computer. Per lavorare con le caselle basta il token di accesso.</translation>
    </message>
    <message>
        <source>Add e-mail and API key…</source>
        <translation>Aggiungi e-mail e chiave API…</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>&amp;E-mail and API key…</source>
        <translation>&amp;E-mail e chiave API…</translation>
    </message>
    <message>
        <source>Rene&amp;w it now</source>
        <translation>Rinn&amp;ova ora</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Select one or more mailboxes.</source>
        <translation>Seleziona una o più caselle.</translation>
    </message>
    <message>
        <source>Select one mailbox.</source>
        <translation>Selezionare una sola casella.</translation>
    </message>
</context>
<context>
    <name>ActivationWizard</name>
    <message>
        <source>Activate {address}</source>
        <translation>Attivazione di {address}</translation>
    </message>
    <message>
        <source>&amp;Correct the papers</source>
        <translation>C&amp;orreggi i documenti</translation>
    </message>
    <message>
        <source>Looking at the mailbox…</source>
        <translation>Lettura della casella in corso…</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fine</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operazione</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Casella</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titolare</translation>
    </message>
    <message>
        <source>Amount + IVA</source>
        <translation>Importo + IVA</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Riferimento</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Attività</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>Verifica &amp;ora</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>&amp;Decidi…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Esporta…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Non è ancora stato inviato nulla</translation>
    </message>
    <message>
        <source>Everything this program sends to the provider is written down here before it is sent, with what came of it and what it cost.</source>
        <translation>Tutto ciò che il programma invia al gestore viene annotato qui prima dell&apos;invio, con l&apos;esito e il costo.</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Niente in questo periodo</translation>
    </message>
    <message>
        <source>What was sent at other times is shown when another period is chosen.</source>
        <translation>Ciò che è stato inviato in altri momenti appare scegliendo un altro periodo.</translation>
    </message>
    <message>
        <source>Select an entry whose outcome is unknown.</source>
        <translation>Selezionare una voce il cui esito è sconosciuto.</translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation>Operazione già in corso.</translation>
    </message>
    <message>
        <source>The program can still find out by itself. Look now, or wait.</source>
        <translation>Il programma può ancora scoprirlo da sé. Guardare ora, oppure attendere.</translation>
    </message>
</context>
<context>
    <name>AddressQuestion</name>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Verifica</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Stopping…</source>
        <translation>Interruzione in corso…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Interrompi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>Archives</name>
    <message>
        <source>Restore an archive</source>
        <translation>Ripristina un archivio</translation>
    </message>
    <message>
        <source>Saved archives (*.zip *.age)</source>
        <translation>Archivi salvati (*.zip *.age)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Go on with that one</source>
        <translation>&amp;Prosegui con quello</translation>
    </message>
    <message>
        <source>E&amp;xport the result…</source>
        <translation>&amp;Esporta l&apos;esito…</translation>
    </message>
    <message>
        <source>&amp;Let the rest be</source>
        <translation>&amp;Lascia stare il resto</translation>
    </message>
    <message>
        <source>{name} result {day}.csv</source>
        <translation>{name} esito {day}.csv</translation>
    </message>
</context>
<context>
    <name>BusyRow</name>
    <message>
        <source>Under way</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>In&amp;terrompi</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>ChangeWizard</name>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fine</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
</context>
<context>
    <name>ChangedPage</name>
    <message>
        <source>Add &amp;another user</source>
        <translation>Aggiungi un &amp;altro utente</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
</context>
<context>
    <name>Collapsible</name>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>chiuso</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Collega un account</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Account collegato</translation>
    </message>
    <message>
        <source>The service answers: {name} can be used.</source>
        <translation>Il servizio risponde: si può usare {name}.</translation>
    </message>
    <message>
        <source>Credit in the wallet: {credit}.</source>
        <translation>Credito nel portafoglio: {credit}.</translation>
    </message>
    <message>
        <source>The credit is not shown: that needs the e-mail and the API key as well.</source>
        <translation>Il credito non viene mostrato: servono anche l&apos;e-mail e la chiave API.</translation>
    </message>
    <message>
        <source>&amp;Open the account</source>
        <translation>&amp;Apri l&apos;account</translation>
    </message>
    <message>
        <source>Token and API key are in the console of your Openapi account. They are kept in this computer&apos;s keychain and nowhere else.</source>
        <translation>Token e chiave API si trovano nella console dell&apos;account Openapi. Vengono conservati nel portachiavi di questo computer e in nessun altro luogo.</translation>
    </message>
    <message>
        <source>Token and API key are in the console of your Openapi account.</source>
        <translation>Token e chiave API si trovano nella console dell&apos;account Openapi.</translation>
    </message>
    <message>
        <source>This is “{name}”, whose drafts and notes are here</source>
        <translation>È “{name}”, le cui bozze e note sono qui</translation>
    </message>
</context>
<context>
    <name>ConnectFields</name>
    <message>
        <source>With an access &amp;token</source>
        <translation>Con un &amp;token di accesso</translation>
    </message>
    <message>
        <source>With &amp;e-mail and API key</source>
        <translation>Con &amp;e-mail e chiave API</translation>
    </message>
    <message>
        <source>The program makes a token of its own, with the nine permissions that it uses. The spending limit is the most that it may ever take from the wallet.</source>
        <translation>Il programma crea un proprio token con i nove permessi che usa. Il limite di spesa è il massimo che potrà mai prelevare dal portafoglio.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Ambiente</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Indirizzo del server</translation>
    </message>
    <message>
        <source>Address for tokens and &amp;prices</source>
        <translation>Indirizzo per token e pre&amp;zzi</translation>
    </message>
    <message>
        <source>Access t&amp;oken</source>
        <translation>T&amp;oken di accesso</translation>
    </message>
    <message>
        <source>E-&amp;mail of the account</source>
        <translation>E-&amp;mail dell&apos;account</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>C&amp;hiave API</translation>
    </message>
    <message>
        <source>The token &amp;lasts</source>
        <translation>D&amp;urata del token</translation>
    </message>
    <message>
        <source>&amp;Spending limit in euros</source>
        <translation>Limite di &amp;spesa in euro</translation>
    </message>
    <message>
        <source>one year</source>
        <translation>un anno</translation>
    </message>
    <message>
        <source>six months</source>
        <translation>sei mesi</translation>
    </message>
    <message>
        <source>three months</source>
        <translation>tre mesi</translation>
    </message>
    <message>
        <source>one month</source>
        <translation>un mese</translation>
    </message>
    <message>
        <source>for instance the name of the office</source>
        <translation>per esempio il nome dello studio</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>nessun limite</translation>
    </message>
    <message>
        <source>This is not an amount in euros.</source>
        <translation>Non è un importo in euro.</translation>
    </message>
    <message>
        <source>The service knows this access, but it lacks the permissions for certified mailboxes. With e-mail and API key the program makes a token that has them.</source>
        <translation>Il servizio riconosce l&apos;accesso, ma mancano i permessi per le caselle PEC. Con e-mail e chiave API il programma crea un token che li comprende.</translation>
    </message>
    <message>
        <source>The service does not accept this e-mail with this API key. Compare both with the console; Production and Sandbox have a key each.</source>
        <translation>Il servizio non accetta questa e-mail con questa chiave API. Confrontarle con la console: Produzione e Sandbox hanno ciascuna la propria chiave.</translation>
    </message>
    <message>
        <source>The service does not accept this token. Copy it once more from the console. It may have expired, and a token of the Sandbox opens nothing in Production.</source>
        <translation>Il servizio non accetta questo token. Copiarlo di nuovo dalla console: potrebbe essere scaduto, e un token della Sandbox non vale in Produzione.</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>gg/mm/aaaa</translation>
    </message>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation>Scegli dal calendario (Alt+Giù)</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>It &amp;was carried out</source>
        <translation>È &amp;stata eseguita</translation>
    </message>
    <message>
        <source>It was &amp;not carried out</source>
        <translation>&amp;Non è stata eseguita</translation>
    </message>
    <message>
        <source>Decide what became of it</source>
        <translation>Decidere che cosa ne è stato</translation>
    </message>
    <message>
        <source>Sent on {moment}; no answer came, and what can be seen does not tell whether it was carried out. Compare, ask the provider if need be, and decide.</source>
        <translation>Inviata il {moment}; non è arrivata risposta, e ciò che si vede non dice se sia stata eseguita. Confrontare, se serve chiedere al gestore, e decidere.</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>Decidi &amp;più tardi</translation>
    </message>
    <message>
        <source>Activity says so, and what follows is done: papers are kept, the draft goes as soon as what it asked for can be seen.</source>
        <translation>Resta scritto in Attività e ciò che ne segue viene fatto: i documenti si conservano, la bozza viene tolta appena si vede ciò che chiedeva.</translation>
    </message>
    <message>
        <source>It may be sent again. If it was carried out after all, that is paid twice.</source>
        <translation>Si può inviare di nuovo. Se invece è stata eseguita, si paga due volte.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Richiesto</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>The decision is being written down…</source>
        <translation>Annotazione della decisione in corso…</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>M&amp;ore</source>
        <translation>A&amp;ltro</translation>
    </message>
    <message>
        <source>Get the form…</source>
        <translation>Scarica il modulo…</translation>
    </message>
    <message>
        <source>{count} mailboxes selected</source>
        <translation>{count} caselle selezionate</translation>
    </message>
    <message>
        <source>Ctrl+C copies their rows. Select a single one to see it here.</source>
        <translation>Ctrl+C copia le righe. Selezionarne una sola per vederla qui.</translation>
    </message>
    <message>
        <source>Select a mailbox to see where it stands and what comes next.</source>
        <translation>Selezionare una casella per vedere a che punto è e qual è il prossimo passo.</translation>
    </message>
    <message>
        <source>No mailbox selected</source>
        <translation>Nessuna casella selezionata</translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>Amplia…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Aggiungi…</translation>
    </message>
    <message>
        <source>The details have not been read yet.</source>
        <translation>I dettagli non sono ancora stati letti.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spazi</translation>
    </message>
    <message>
        <source>Additional users</source>
        <translation>Utenti aggiuntivi</translation>
    </message>
    <message>
        <source>Documents at the provider</source>
        <translation>Documenti presso il gestore</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Altri dati</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>It is not known what became of: {operations}. It is not sent again by itself. The program looks for it; Activity shows what is known.</source>
        <translation>Non si sa che cosa ne è stato di: {operations}. Nulla viene inviato di nuovo da sé. Il programma lo verifica; Attività mostra ciò che si sa.</translation>
    </message>
    <message>
        <source>The provider&apos;s last list did not hold this mailbox any more. What is known of it, and its papers, stay here.</source>
        <translation>La casella non compare più nell&apos;ultimo elenco del gestore. I dati noti e i documenti restano qui.</translation>
    </message>
    <message>
        <source>The provider refused the documents and does not say why. The usual causes: the form is not signed, the identity document is missing, expired or illegible, or the names differ.</source>
        <translation>Il gestore ha rifiutato i documenti senza indicare il motivo. Cause frequenti: modulo non firmato; documento d&apos;identità mancante, scaduto o illeggibile; nomi non corrispondenti.</translation>
    </message>
    <message>
        <source>&amp;Activate the mailbox…</source>
        <translation>A&amp;ttiva la casella…</translation>
    </message>
    <message>
        <source>&amp;Correct the documents…</source>
        <translation>C&amp;orreggi i documenti…</translation>
    </message>
    <message>
        <source>&amp;Look again now</source>
        <translation>Controlla &amp;ora</translation>
    </message>
    <message>
        <source>&amp;Renew…</source>
        <translation>&amp;Rinnova…</translation>
    </message>
    <message>
        <source>&amp;Send the documents</source>
        <translation>&amp;Invia i documenti</translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation>Operazione già in corso.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Change</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Change: {step}</source>
        <translation>Modifica: {step}</translation>
    </message>
</context>
<context>
    <name>DraftWizard</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>&amp;Close without saving</source>
        <translation>&amp;Chiudi senza salvare</translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Salva e chiudi</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>Outbox</source>
        <translation>In uscita</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bozza</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Casella</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificata</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bozze</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Apri</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Invia</translation>
    </message>
    <message>
        <source>Send &amp;all…</source>
        <translation>Invia &amp;tutto…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>E&amp;limina…</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Nessuna bozza</translation>
    </message>
    <message>
        <source>What is not finished, and what is ready but not sent yet, waits here. It is saved at every step, and without a network too. Nothing is paid without a click.</source>
        <translation>Qui resta ciò che non è finito e ciò che è pronto ma non ancora inviato. Tutto è salvato a ogni passo, anche senza rete. Nulla si paga senza un clic.</translation>
    </message>
    <message>
        <source>None of these is ready to be sent.</source>
        <translation>Nessuna di queste è pronta per l&apos;invio.</translation>
    </message>
    <message>
        <source>Send &amp;earlier</source>
        <translation>Invia &amp;prima</translation>
    </message>
    <message>
        <source>Send la&amp;ter</source>
        <translation>Invia &amp;dopo</translation>
    </message>
    <message>
        <source>Select a draft.</source>
        <translation>Selezionare una bozza.</translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation>Operazione già in corso.</translation>
    </message>
    <message>
        <source>Open it: it is not ready to be sent.</source>
        <translation>Aprire la bozza: non è ancora pronta per l&apos;invio.</translation>
    </message>
    <message>
        <source>Delete drafts</source>
        <translation>Elimina bozze</translation>
    </message>
    <message>
        <source>Delete these drafts and their papers?</source>
        <translation>Eliminare queste bozze e i loro documenti?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Elimina</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>or choose the files…</source>
        <translation>oppure scegli i file…</translation>
    </message>
    <message>
        <source>Drop the papers here</source>
        <translation>Trascina qui i documenti</translation>
    </message>
    <message>
        <source>Choose the files</source>
        <translation>Scegli i file</translation>
    </message>
    <message>
        <source>Choose the papers</source>
        <translation>Scegli i documenti</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.p7m *.jpg *.jpeg *.png)</source>
        <translation>Documenti (*.pdf *.p7m *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>&amp;Look at the mailbox now</source>
        <translation>Controlla &amp;ora la casella</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>This page has no list to export.</source>
        <translation>Questa pagina non ha un elenco da esportare.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>L&apos;elenco è vuoto.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Apri il file</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Fiscal code</source>
        <translation>Codice fiscale</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Richiedente</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Cellulare</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Registrata il</translation>
    </message>
    <message>
        <source>Active since</source>
        <translation>Attiva dal</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Scade il</translation>
    </message>
    <message>
        <source>At the expiry</source>
        <translation>Rinnovo</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificativo</translation>
    </message>
    <message>
        <source>renewed by the provider</source>
        <translation>automatico</translation>
    </message>
    <message>
        <source>not renewed by itself</source>
        <translation>non automatico</translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Riprova</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Co&amp;pia i dettagli</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Dettagli per l&apos;assistenza</translation>
    </message>
    <message>
        <source>Hide &amp;details</source>
        <translation>Nascondi i &amp;dettagli</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Dettagli</translation>
    </message>
</context>
<context>
    <name>FollowPage</name>
    <message>
        <source>&amp;Look now</source>
        <translation>&amp;Verifica ora</translation>
    </message>
    <message>
        <source>The mailbox could not be read just now. It will be tried again.</source>
        <translation>Per il momento non è stato possibile leggere la casella. Il tentativo verrà ripetuto.</translation>
    </message>
    <message>
        <source>The papers have arrived</source>
        <translation>I documenti sono arrivati</translation>
    </message>
    <message>
        <source>The provider is working on the mailbox. You may close this window: the list shows when the mailbox is active.</source>
        <translation>Il gestore sta lavorando la pratica. Questa finestra si può chiudere: l&apos;elenco mostra quando la casella è attiva.</translation>
    </message>
    <message>
        <source>The mailbox is active</source>
        <translation>La casella è attiva</translation>
    </message>
    <message>
        <source>The holder receives the first access data by e-mail, chooses a password at the first access, and is then asked to confirm their identity.</source>
        <translation>Il titolare riceve per e-mail i dati del primo accesso, sceglie una password al primo accesso e poi deve confermare la propria identità.</translation>
    </message>
    <message>
        <source>The provider gives no reason. The usual ones: a page or the signature is missing, the identity document has expired or cannot be read, the names differ. Correct the papers and send them again; the registration is not paid a second time.</source>
        <translation>Il gestore non indica il motivo. Cause frequenti: pagina o firma mancante, documento d&apos;identità scaduto o illeggibile, nomi non corrispondenti. Correggere i documenti e inviarli di nuovo: la registrazione non si paga una seconda volta.</translation>
    </message>
    <message>
        <source>The documents were refused</source>
        <translation>I documenti sono stati rifiutati</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzate</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Print the form, or pass it on</source>
        <translation>Stampare o inoltrare il modulo</translation>
    </message>
    <message>
        <source>It is filled in with the mailbox&apos;s data.</source>
        <translation>È già compilato con i dati della casella.</translation>
    </message>
    <message>
        <source>Have it signed</source>
        <translation>Farlo firmare</translation>
    </message>
    <message>
        <source>The applicant signs by hand, or digitally within the PDF (PAdES). Where one document is wanted, join first and sign then.</source>
        <translation>Il richiedente firma a mano oppure digitalmente nel PDF (PAdES). Se è richiesto un solo documento, prima unire e poi firmare.</translation>
    </message>
    <message>
        <source>The applicant signs by hand, or digitally within the PDF (PAdES).</source>
        <translation>Il richiedente firma a mano oppure digitalmente nel PDF (PAdES).</translation>
    </message>
    <message>
        <source>Copy the identity document</source>
        <translation>Fare copia del documento d&apos;identità</translation>
    </message>
    <message>
        <source>A scan or a good photo will do; it goes into the same PDF as the form.</source>
        <translation>Basta una scansione o una buona foto; entra nello stesso PDF del modulo.</translation>
    </message>
    <message>
        <source>A scan or a good photo of both sides will do.</source>
        <translation>Basta una scansione o una buona foto di entrambi i lati.</translation>
    </message>
    <message>
        <source>The form is here: it can be opened without a network too.</source>
        <translation>Il modulo è disponibile: si può aprire anche senza rete.</translation>
    </message>
    <message>
        <source>The form is being downloaded…</source>
        <translation>Scaricamento del modulo in corso…</translation>
    </message>
    <message>
        <source>The form has not been downloaded yet.</source>
        <translation>Il modulo non è ancora stato scaricato.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>optional</source>
        <translation>facoltativo</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>With them the program shows the wallet, the account&apos;s own prices and its access tokens. The API key is in the console of your Openapi account. It is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation>Con questi dati il programma mostra il portafoglio, i prezzi propri dell&apos;account e i suoi token di accesso. La chiave API si trova nella console dell&apos;account Openapi. Viene custodita nel portachiavi di questo computer e in nessun altro posto.</translation>
    </message>
    <message>
        <source>With them the program shows the wallet, the account&apos;s own prices and its access tokens. The API key is in the console of your Openapi account.</source>
        <translation>Con questi dati il programma mostra il portafoglio, i prezzi propri dell&apos;account e i suoi token di accesso. La chiave API si trova nella console dell&apos;account Openapi.</translation>
    </message>
    <message>
        <source>E-mail and API key</source>
        <translation>E-mail e chiave API</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Mostra o nascondi i dettagli</translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation>Aggiorna l&apos;elenco</translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation>Lettura dell&apos;elenco in corso…</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Non ancora collegato</translation>
    </message>
    <message>
        <source>As soon as the account answers, the list appears here and stays.</source>
        <translation>Appena l&apos;account risponde, l&apos;elenco compare qui e ci resta.</translation>
    </message>
</context>
<context>
    <name>LookUp</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>&amp;Register it…</source>
        <translation>&amp;Registra…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;hiudi</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Verifica indirizzi e domini</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>Richiesta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Asked in this session</source>
        <translation>Verifiche di questa sessione</translation>
    </message>
    <message>
        <source>What you ask here stays in this list for the session.</source>
        <translation>Le risposte restano in questo elenco per tutta la sessione.</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Nessuna verifica finora.</translation>
    </message>
    <message>
        <source>Select an address that is free.</source>
        <translation>Selezionare un indirizzo libero.</translation>
    </message>
</context>
<context>
    <name>MadePaper</name>
    <message>
        <source>&amp;Open and print</source>
        <translation>&amp;Apri e stampa</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Salva con no&amp;me…</translation>
    </message>
    <message>
        <source>&amp;Download it again</source>
        <translation>&amp;Scarica di nuovo</translation>
    </message>
    <message>
        <source>&amp;Download it</source>
        <translation>&amp;Scarica</translation>
    </message>
</context>
<context>
    <name>MailboxPage</name>
    <message>
        <source>&amp;New mailbox</source>
        <translation>&amp;Nuova casella</translation>
    </message>
    <message>
        <source>{address} expects no papers now. Nothing was taken.</source>
        <translation>{address} ora non attende documenti. Nulla è stato acquisito.</translation>
    </message>
    <message>
        <source>Search address, holder, fiscal code, note…</source>
        <translation>Cerca casella, titolare, codice fiscale, nota…</translation>
    </message>
    <message>
        <source>Many from a table</source>
        <translation>Molte da una tabella</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Esporta l&apos;elenco</translation>
    </message>
    <message>
        <source>Select the one mailbox these papers belong to, then drop or open them again.</source>
        <translation>Selezionare la casella a cui appartengono i documenti, poi trascinarli o aprirli di nuovo.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>No mailbox passes the filter and the search together.</source>
        <translation>Nessuna casella corrisponde al filtro e alla ricerca insieme.</translation>
    </message>
    <message>
        <source>Show all mailboxes</source>
        <translation>Mostra tutte le caselle</translation>
    </message>
    <message>
        <source>No mailboxes yet</source>
        <translation>Ancora nessuna casella</translation>
    </message>
    <message>
        <source>Register the first one: choose its address, say whose it is, see what it costs. Nothing is paid before you have seen the summary.</source>
        <translation>Registrare la prima: si sceglie l&apos;indirizzo, si indica il titolare, si vede il costo. Nulla viene pagato prima del riepilogo.</translation>
    </message>
    <message>
        <source>Register a mailbox</source>
        <translation>Registra una casella</translation>
    </message>
</context>
<context>
    <name>MailboxTable</name>
    <message>
        <source>Columns as at the beginning</source>
        <translation>Ripristina le colonne</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Caselle</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>In the outbox: {count}</source>
        <translation>In uscita: {count}</translation>
    </message>
    <message>
        <source>Unknown outcomes: {count}</source>
        <translation>Esiti sconosciuti: {count}</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>&amp;Go on…</source>
        <translation>&amp;Prosegui…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fine</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Only for the office; the provider never sees it.</source>
        <translation>Solo per lo studio: il gestore non la vede mai.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Less (arrow down)</source>
        <translation>Meno (freccia giù)</translation>
    </message>
    <message>
        <source>More (arrow up)</source>
        <translation>Più (freccia su)</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Back to the list</source>
        <translation>Torna all&apos;elenco</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copia l&apos;indirizzo</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>What {name} is</source>
        <translation>Che cos&apos;è {name}</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>Togli {name}</translation>
    </message>
    <message>
        <source>Take this paper away</source>
        <translation>Togli questo documento</translation>
    </message>
</context>
<context>
    <name>PaperTray</name>
    <message>
        <source>Drop the signed papers here</source>
        <translation>Trascina qui i documenti firmati</translation>
    </message>
    <message>
        <source>signed form and identity document, sent as one PDF</source>
        <translation>modulo firmato e documento d&apos;identità, inviati in un solo PDF</translation>
    </message>
    <message>
        <source>signed form and identity document</source>
        <translation>modulo firmato e documento d&apos;identità</translation>
    </message>
    <message>
        <source>Papers are being read</source>
        <translation>Lettura dei documenti in corso</translation>
    </message>
</context>
<context>
    <name>PapersWizard</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>The papers are being sent. Large ones may take some minutes.</source>
        <translation>Invio dei documenti in corso. Se sono grandi può durare qualche minuto.</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Riprova</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>&amp;Verifica ora</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Preferenze</translation>
    </message>
    <message>
        <source>What you choose is kept at once.</source>
        <translation>Ogni scelta viene salvata subito.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;hiudi</translation>
    </message>
</context>
<context>
    <name>PreservationWizard</name>
    <message>
        <source>Preserve {address}</source>
        <translation>Conservazione a norma di {address}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fine</translation>
    </message>
</context>
<context>
    <name>PriceListPart</name>
    <message>
        <source>This is not an amount in euros.</source>
        <translation>Non è un importo in euro.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvataggio in corso…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvato.</translation>
    </message>
    <message>
        <source>public price: {amount}</source>
        <translation>prezzo pubblico: {amount}</translation>
    </message>
    <message>
        <source>What your office pays, in euros without IVA. Where the account tells no price of its own, summaries reckon with these and call the result an estimate; a field left empty counts as the public price, if there is one.</source>
        <translation>Quanto paga lo studio, in euro senza IVA. Dove l&apos;account non indica un prezzo proprio, i riepiloghi usano questi importi e li presentano come stima; un campo vuoto vale il prezzo pubblico, se esiste.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuova</translation>
    </message>
    <message>
        <source>New communication to the Business Register</source>
        <translation>Nuova comunicazione al Registro Imprese</translation>
    </message>
    <message>
        <source>Search address, company, applicant…</source>
        <translation>Cerca indirizzo, impresa, richiedente…</translation>
    </message>
    <message>
        <source>Select the one communication this power of attorney belongs to, then drop or open it again.</source>
        <translation>Selezionare la comunicazione a cui appartiene questa procura, poi trascinarla o aprirla di nuovo.</translation>
    </message>
    <message>
        <source>{address} expects no power of attorney now. Nothing was taken.</source>
        <translation>{address} ora non attende alcuna procura. Non è stato preso nulla.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>No communication passes the filter and the search together.</source>
        <translation>Nessuna comunicazione supera insieme il filtro e la ricerca.</translation>
    </message>
    <message>
        <source>Show all communications</source>
        <translation>Mostra tutte le comunicazioni</translation>
    </message>
    <message>
        <source>Nothing communicated yet</source>
        <translation>Ancora nessuna comunicazione</translation>
    </message>
    <message>
        <source>Companies communicate their PEC address, and that of their administrator, to the Business Register. The program asks for the data, fetches the power of attorney, checks what comes back signed, and sends it. Nothing is paid before you have seen the summary.</source>
        <translation>Le imprese comunicano al Registro Imprese il proprio indirizzo PEC e quello dell&apos;amministratore. Il programma chiede i dati, scarica la procura, controlla quella firmata e la invia. Non si paga nulla prima di aver visto il riepilogo.</translation>
    </message>
    <message>
        <source>Communicate an address</source>
        <translation>Comunica un indirizzo</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>{count} communications selected</source>
        <translation>{count} comunicazioni selezionate</translation>
    </message>
    <message>
        <source>Ctrl+C copies their rows. Select a single one to see it here.</source>
        <translation>Ctrl+C copia le righe. Selezionarne una sola per vederla qui.</translation>
    </message>
    <message>
        <source>No communication selected</source>
        <translation>Nessuna selezione</translation>
    </message>
    <message>
        <source>Select a communication to see where it stands and what comes next.</source>
        <translation>Selezionare una comunicazione per vedere a che punto è e che cosa resta da fare.</translation>
    </message>
    <message>
        <source>The details have not been read yet.</source>
        <translation>I dettagli non sono ancora stati letti.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Documents at the Business Register</source>
        <translation>Documenti presso il Registro Imprese</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Altri dati</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Procura</translation>
    </message>
    <message>
        <source>Who may sign</source>
        <translation>Chi può firmare</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>un amministratore</translation>
    </message>
    <message>
        <source>the company</source>
        <translation>l&apos;impresa</translation>
    </message>
    <message>
        <source>Address of</source>
        <translation>Indirizzo di</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>non noto qui</translation>
    </message>
    <message>
        <source>Fiscal code</source>
        <translation>Codice fiscale</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Richiedente</translation>
    </message>
    <message>
        <source>Their code</source>
        <translation>Suo codice</translation>
    </message>
    <message>
        <source>Signs as</source>
        <translation>Firma come</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Cellulare</translation>
    </message>
    <message>
        <source>Register code</source>
        <translation>Codice Registro</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Ultima modifica</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificativo</translation>
    </message>
    <message>
        <source>&amp;Look again now</source>
        <translation>Controlla &amp;ora</translation>
    </message>
    <message>
        <source>&amp;Send the power of attorney</source>
        <translation>&amp;Invia la procura</translation>
    </message>
    <message>
        <source>&amp;Save the power of attorney…</source>
        <translation>Sa&amp;lva la procura…</translation>
    </message>
    <message>
        <source>Add the si&amp;gned file…</source>
        <translation>A&amp;ggiungi il file firmato…</translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation>Operazione già in corso.</translation>
    </message>
</context>
<context>
    <name>RestoreArchive</name>
    <message>
        <source>Restore an archive</source>
        <translation>Ripristina un archivio</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase segreta</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Apertura del file in corso…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Apri</translation>
    </message>
    <message>
        <source>&amp;Restore and start anew</source>
        <translation>&amp;Ripristina e ricomincia</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>Checking and copying…</source>
        <translation>Verifica e copia in corso…</translation>
    </message>
    <message>
        <source>Saved on</source>
        <translation>Salvato il</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Caselle</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bozze</translation>
    </message>
    <message>
        <source>Entries of Activity</source>
        <translation>Voci di Attività</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>missing already: {count}</source>
        <translation>già mancanti: {count}</translation>
    </message>
    <message>
        <source>The archive that is here now makes room. It is kept as a file in the program&apos;s folder, but is no longer shown.</source>
        <translation>L&apos;archivio attuale lascia il posto: resta come file nella cartella del programma, ma non si vede più.</translation>
    </message>
    <message>
        <source>What was done after {moment} is not in it. Before the first payment for each mailbox the program will warn, because its journal may not know of an earlier one.</source>
        <translation>Quanto fatto dopo il {moment} non vi è contenuto. Prima del primo pagamento per ogni casella il programma avvisa, perché il suo registro potrebbe non conoscerne uno precedente.</translation>
    </message>
    <message>
        <source>On another computer, connect each account again: its access is not in it.</source>
        <translation>Su un altro computer, ricollegare ogni account: l&apos;accesso non vi è contenuto.</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
</context>
<context>
    <name>SaveArchive</name>
    <message>
        <source>Save an archive</source>
        <translation>Salva un archivio</translation>
    </message>
    <message>
        <source>&amp;Protect it with a passphrase</source>
        <translation>&amp;Proteggi con una frase segreta</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>&amp;Frase segreta</translation>
    </message>
    <message>
        <source>The same &amp;once more</source>
        <translation>La stessa &amp;ancora una volta</translation>
    </message>
    <message>
        <source>Saving the archive…</source>
        <translation>Salvataggio dell&apos;archivio in corso…</translation>
    </message>
    <message>
        <source>Papers in it: {count}</source>
        <translation>Documenti contenuti: {count}</translation>
    </message>
    <message>
        <source>Papers that were no longer on the disk: {count}</source>
        <translation>Documenti che non erano più sul disco: {count}</translation>
    </message>
    <message>
        <source>Keep the passphrase apart from the file.</source>
        <translation>Conservare la frase segreta lontano dal file.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvato</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>At least {count} characters; four words will do.</source>
        <translation>Almeno {count} caratteri; quattro parole bastano.</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>Non è la stessa.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Salva…</translation>
    </message>
    <message>
        <source>The whole office in one file: drafts, papers, notes, Activity, prices and looks, for another computer or for safe keeping. Access tokens stay in this computer&apos;s keychain and are not in it.</source>
        <translation>Tutto lo studio in un solo file: bozze, documenti, note, Attività, prezzi e aspetto, per un altro computer o da tenere al sicuro. I dati di accesso restano nel portachiavi di questo computer e non vi sono contenuti.</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open the file, the makers of the program neither. What it was cannot be found out.</source>
        <translation>Senza la frase segreta nessuno può aprire il file, nemmeno chi ha fatto il programma. Non c&apos;è modo di recuperarla.</translation>
    </message>
    <message>
        <source>Whoever gets hold of the file can read the clients&apos; data and identity documents.</source>
        <translation>Chi entra in possesso del file può leggere i dati e i documenti d&apos;identità dei clienti.</translation>
    </message>
</context>
<context>
    <name>SaveAs</name>
    <message>
        <source>Save a copy</source>
        <translation>Salva una copia</translation>
    </message>
</context>
<context>
    <name>ScopesList</name>
    <message>
        <source>Permission</source>
        <translation>Permesso</translation>
    </message>
    <message>
        <source>What it buys</source>
        <translation>Che cosa si acquista</translation>
    </message>
    <message>
        <source>Price + IVA</source>
        <translation>Prezzo + IVA</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Required for it</source>
        <translation>Richiede</translation>
    </message>
    <message>
        <source>Permissions and prices</source>
        <translation>Permessi e prezzi</translation>
    </message>
    <message>
        <source>No permissions</source>
        <translation>Nessun permesso</translation>
    </message>
    <message>
        <source>The account tells no permissions for certified mailboxes.</source>
        <translation>L&apos;account non indica permessi per le caselle PEC.</translation>
    </message>
    <message>
        <source>What this account pays for an operation, as the service tells it. These prices go before the office&apos;s own price list.</source>
        <translation>Quanto paga questo account per ogni operazione, secondo il servizio. Questi prezzi prevalgono sul listino dello studio.</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>&amp;Look at the mailbox now</source>
        <translation>Controlla &amp;ora la casella</translation>
    </message>
    <message>
        <source>The papers have not arrived, as far as I can see. Send them again.</source>
        <translation>Per quanto risulta, i documenti non sono arrivati. Inviali di nuovo.</translation>
    </message>
    <message>
        <source>Nothing is charged for sending the papers, as far as the provider&apos;s documents tell: the registration has been paid. They are sent once, by this click only.</source>
        <translation>Secondo la documentazione del gestore l&apos;invio dei documenti non comporta addebiti: la registrazione è già pagata. Partono una sola volta, solo con questo clic.</translation>
    </message>
    <message>
        <source>&amp;Keep ready</source>
        <translation>&amp;Tieni pronti</translation>
    </message>
    <message>
        <source>&amp;Send the papers</source>
        <translation>In&amp;via i documenti</translation>
    </message>
    <message>
        <source>The account is not connected</source>
        <translation>L&apos;account non è collegato</translation>
    </message>
    <message>
        <source>Papers for this mailbox were sent on {moment}, and no answer tells whether they arrived. Look at the mailbox first: if it is being processed, they did.</source>
        <translation>I documenti di questa casella sono stati inviati il {moment} e nessuna risposta dice se siano arrivati. Controllare prima la casella: se è in lavorazione, sono arrivati.</translation>
    </message>
    <message>
        <source>On {moment} the provider was still waiting for papers. They may yet be on their way: better look again after some minutes.</source>
        <translation>Il {moment} il gestore attendeva ancora i documenti. Potrebbero essere ancora in arrivo: meglio controllare di nuovo tra qualche minuto.</translation>
    </message>
    <message>
        <source>These papers were sent before</source>
        <translation>Documenti già inviati in precedenza</translation>
    </message>
</context>
<context>
    <name>SentPapers</name>
    <message>
        <source>Mailbox</source>
        <translation>Casella</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Invio come</translation>
    </message>
    <message>
        <source>one PDF with everything in it</source>
        <translation>un solo PDF con tutto</translation>
    </message>
    <message>
        <source>two PDFs</source>
        <translation>due PDF</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Credit {amount}</source>
        <translation>Credito {amount}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
</context>
<context>
    <name>SignedTray</name>
    <message>
        <source>Drop the signed power of attorney here</source>
        <translation>Trascina qui la procura firmata</translation>
    </message>
    <message>
        <source>the .p7m file, CAdES</source>
        <translation>il file .p7m, CAdES</translation>
    </message>
    <message>
        <source>Signed files (*.p7m)</source>
        <translation>File firmati (*.p7m)</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>Mailbox</source>
        <translation>Casella</translation>
    </message>
    <message>
        <source>Security archive</source>
        <translation>Archivio di sicurezza</translation>
    </message>
    <message>
        <source>Legal preservation</source>
        <translation>Conservazione a norma</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Not updated yet</source>
        <translation>Non ancora aggiornato</translation>
    </message>
    <message>
        <source>Updated {when}</source>
        <translation>Aggiornato {when}</translation>
    </message>
    <message>
        <source>{words} {done} of {total}</source>
        <translation>{words} {done} di {total}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>current step</source>
        <translation>passo attuale</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fatto</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>da fare</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Leave a limit empty for none. Permissions cannot be changed here later.</source>
        <translation>Un campo vuoto significa nessun limite. I permessi non si possono cambiare qui in seguito.</translation>
    </message>
    <message>
        <source>&amp;Make the token</source>
        <translation>&amp;Crea il token</translation>
    </message>
    <message>
        <source>New access token</source>
        <translation>Nuovo token di accesso</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permessi</translation>
    </message>
    <message>
        <source>Making the token…</source>
        <translation>Creazione del token in corso…</translation>
    </message>
</context>
<context>
    <name>TokensList</name>
    <message>
        <source>No access tokens</source>
        <translation>Nessun token di accesso</translation>
    </message>
    <message>
        <source>Make one for each program that speaks for this account.</source>
        <translation>Crearne uno per ogni programma che opera per questo account.</translation>
    </message>
    <message>
        <source>Each program that speaks for this account needs an access token. Its text is never shown here; the console of your Openapi account tells it.</source>
        <translation>Ogni programma che opera per questo account ha bisogno di un token di accesso. Il suo testo non viene mai mostrato qui: si trova nella console dell&apos;account Openapi.</translation>
    </message>
    <message>
        <source>&amp;New token…</source>
        <translation>&amp;Nuovo token…</translation>
    </message>
    <message>
        <source>&amp;Renew for a year</source>
        <translation>R&amp;innova per un anno</translation>
    </message>
    <message>
        <source>&amp;Use here</source>
        <translation>U&amp;sa qui</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>E&amp;limina…</translation>
    </message>
    <message>
        <source>Select a token.</source>
        <translation>Selezionare un token.</translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation>Operazione già in corso.</translation>
    </message>
    <message>
        <source>“{name}” is good until {day}.</source>
        <translation>“{name}” è valido fino al {day}.</translation>
    </message>
    <message>
        <source>This program&apos;s token is good until {day}.</source>
        <translation>Il token di questo programma è valido fino al {day}.</translation>
    </message>
    <message>
        <source>“{name}” is made. Its text is in the console of your Openapi account.</source>
        <translation>“{name}” è stato creato. Il suo testo si trova nella console dell&apos;account Openapi.</translation>
    </message>
    <message>
        <source>Use i&amp;t here</source>
        <translation>Us&amp;alo qui</translation>
    </message>
    <message>
        <source>This program uses “{name}” from now on. The one before is still good.</source>
        <translation>Da ora questo programma usa “{name}”. Quello precedente è ancora valido.</translation>
    </message>
    <message>
        <source>Delete an access token</source>
        <translation>Eliminare un token di accesso</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Eliminare “{name}”?</translation>
    </message>
    <message>
        <source>Made on {made}, good until {day}. Whoever uses it is locked out at once.</source>
        <translation>Creato il {made}, valido fino al {day}. Chi lo usa perde subito l&apos;accesso.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>“{name}” è stato eliminato.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Usato da</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>questo programma</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creato</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Valido fino al</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limiti</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Speso</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Token di accesso</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>senza nome</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Collega</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Richiesta al servizio in corso…</translation>
    </message>
    <message>
        <source>Keeping the access. The system may ask you to allow it.</source>
        <translation>Salvataggio dell&apos;accesso in corso. Il sistema può chiedere di consentirlo.</translation>
    </message>
    <message>
        <source>No keychain can be used on this computer. The secrets are kept in memory only, and must be entered again at the next start.</source>
        <translation>Su questo computer non c&apos;è un portachiavi utilizzabile. Token e chiave restano solo in memoria e vanno inseriti di nuovo al prossimo avvio.</translation>
    </message>
</context>
<context>
    <name>UnfinishedBatches</name>
    <message>
        <source>&amp;Go on…</source>
        <translation>&amp;Prosegui…</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>This build does not know where new versions are announced.</source>
        <translation>Questa copia del programma non sa dove vengono annunciate le nuove versioni.</translation>
    </message>
    <message>
        <source>PEC Desktop {version} is available.</source>
        <translation>È disponibile PEC Desktop {version}.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostra</translation>
    </message>
</context>
<context>
    <name>WalletList</name>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimento</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importo</translation>
    </message>
    <message>
        <source>Movements of the wallet</source>
        <translation>Movimenti del portafoglio</translation>
    </message>
    <message>
        <source>No movements yet</source>
        <translation>Ancora nessun movimento</translation>
    </message>
    <message>
        <source>What is paid into the wallet and what is spent is listed here.</source>
        <translation>Qui compare quanto viene versato nel portafoglio e quanto viene speso.</translation>
    </message>
    <message>
        <source>Load m&amp;ore</source>
        <translation>Carica al&amp;tri</translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation>Credito {amount}</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Richiesta al servizio in corso…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Try it without an account</source>
        <translation>Prova senza account</translation>
    </message>
    <message>
        <source>A practice office with invented mailboxes. Register, activate and make mistakes: nothing leaves this computer and nothing costs anything.</source>
        <translation>Uno studio di prova con caselle inventate. Si può registrare, attivare e sbagliare: nulla esce da questo computer e nulla costa.</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Prova</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Collega un account</translation>
    </message>
    <message>
        <source>With the access token of your Openapi account, or with its e-mail address and API key. Production or Sandbox.</source>
        <translation>Con il token di accesso dell&apos;account Openapi, oppure con e-mail e chiave API. Produzione o Sandbox.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Collega…</translation>
    </message>
    <message>
        <source>Restore an archive</source>
        <translation>Ripristina un archivio</translation>
    </message>
    <message>
        <source>The whole office from a file that this program has saved: drafts, papers, notes and Activity, from another computer or from before.</source>
        <translation>Tutto lo studio da un file salvato da questo programma: bozze, documenti, note e Attività, da un altro computer o di tempo fa.</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Ripristina…</translation>
    </message>
    <message>
        <source>Welcome to PEC Desktop</source>
        <translation>Benvenuti in PEC Desktop</translation>
    </message>
    <message>
        <source>Your clients&apos; certified mailboxes: register, activate, renew and follow them.</source>
        <translation>Le caselle PEC dei clienti: registrarle, attivarle, rinnovarle e seguirle.</translation>
    </message>
    <message>
        <source>You can change your mind at any time, from the account menu.</source>
        <translation>La scelta si può cambiare in ogni momento, dal menu dell&apos;account.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Salva e chiudi</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Indietro</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>A&amp;vanti</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
</context>
<context>
    <name>Wizards</name>
    <message>
        <source>Many from a table</source>
        <translation>Molte da una tabella</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>Tabelle (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
</context>
<context>
    <name>_WorkRow</name>
    <message>
        <source>Under way</source>
        <translation>In corso</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>About PEC Desktop</source>
        <translation>Informazioni su PEC Desktop</translation>
    </message>
    <message>
        <source>Certified mailboxes from the desktop. Connects to your account and nowhere else, unless you ask to be told about new versions.</source>
        <translation>Le caselle PEC dal computer dello studio. Si collega solo all&apos;account scelto e a nient&apos;altro, salvo che si chieda di essere avvisati delle nuove versioni.</translation>
    </message>
    <message>
        <source>Begin the practice anew</source>
        <translation>Ricomincia la prova</translation>
    </message>
    <message>
        <source>Throw away what was done in the practice office and begin anew?</source>
        <translation>Eliminare quanto fatto nello studio di prova e ricominciare da capo?</translation>
    </message>
    <message>
        <source>Your real accounts are not touched.</source>
        <translation>Gli account reali non vengono toccati.</translation>
    </message>
    <message>
        <source>&amp;Begin anew</source>
        <translation>&amp;Ricomincia</translation>
    </message>
    <message>
        <source>Something is being sent</source>
        <translation>Invio in corso</translation>
    </message>
    <message>
        <source>Something is being sent to the provider just now.</source>
        <translation>Proprio ora è in corso un invio al gestore.</translation>
    </message>
    <message>
        <source>It has left already, or will in a moment, and closing does not call it back. Activity keeps it, and the next start shows what is known of it.</source>
        <translation>È già partito, o sta per partire, e chiudere non lo richiama. Attività lo conserva, e al prossimo avvio mostra ciò che se ne sa.</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>&amp;Chiudi comunque</translation>
    </message>
    <message>
        <source>&amp;Wait for the answer</source>
        <translation>&amp;Attendi la risposta</translation>
    </message>
    <message>
        <source>The archive was restored</source>
        <translation>Archivio ripristinato</translation>
    </message>
    <message>
        <source>This is the office as it was saved on {moment}.</source>
        <translation>Questo è lo studio com&apos;era il {moment}.</translation>
    </message>
    <message>
        <source>The archive that was here before is kept as {path}.</source>
        <translation>L&apos;archivio che c&apos;era prima è conservato come {path}.</translation>
    </message>
    <message>
        <source>The archive is damaged</source>
        <translation>L&apos;archivio è danneggiato</translation>
    </message>
    <message>
        <source>Part of the archive is damaged. Nothing more is written to it, and nothing is sent.</source>
        <translation>Una parte dell&apos;archivio è danneggiata. Non vi si scrive più nulla e non si invia nulla.</translation>
    </message>
    <message>
        <source>The program can start anew with the backup of {moment} and keep the damaged file. What was done since then is missing: drafts, notes and entries of Activity. The mailboxes come back with the next refresh.</source>
        <translation>Il programma può ricominciare dalla copia di sicurezza del {moment} e conservare il file danneggiato. Manca quanto fatto da allora: bozze, note e voci di Attività. Le caselle tornano con il prossimo aggiornamento.</translation>
    </message>
    <message>
        <source>There is no backup. The program can start anew with an empty archive and keep the damaged file. The mailboxes come back with the next refresh.</source>
        <translation>Non c&apos;è una copia di sicurezza. Il programma può ricominciare da un archivio vuoto e conservare il file danneggiato. Le caselle tornano con il prossimo aggiornamento.</translation>
    </message>
    <message>
        <source>&amp;Start anew</source>
        <translation>&amp;Ricomincia</translation>
    </message>
    <message>
        <source>&amp;Later, only look</source>
        <translation>&amp;Più tardi, guarda soltanto</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;New mailbox…</source>
        <translation>&amp;Nuova casella…</translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>&amp;Collega un account…</translation>
    </message>
    <message>
        <source>Go to the &amp;practice office</source>
        <translation>&amp;Passa allo studio di prova</translation>
    </message>
    <message>
        <source>&amp;Begin the practice anew…</source>
        <translation>&amp;Ricomincia la prova…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Activate…</source>
        <translation>&amp;Attiva…</translation>
    </message>
    <message>
        <source>Get the activation &amp;form…</source>
        <translation>Scarica il &amp;modulo di attivazione…</translation>
    </message>
    <message>
        <source>&amp;Look again at the provider</source>
        <translation>&amp;Verifica presso il gestore</translation>
    </message>
    <message>
        <source>&amp;Copy the rows</source>
        <translation>&amp;Copia le righe</translation>
    </message>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation>Copia l&apos;&amp;indirizzo</translation>
    </message>
    <message>
        <source>&amp;Mailbox</source>
        <translation>&amp;Casella</translation>
    </message>
    <message>
        <source>&amp;Mailboxes</source>
        <translation>&amp;Caselle</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>&amp;Bozze</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Attività</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>C&amp;erca</translation>
    </message>
    <message>
        <source>&amp;Refresh the list</source>
        <translation>A&amp;ggiorna l&apos;elenco</translation>
    </message>
    <message>
        <source>Show or hide the d&amp;etails</source>
        <translation>Mostra o nascondi i &amp;dettagli</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visualizza</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>C&amp;olonne…</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>Co&amp;lori</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Come il sis&amp;tema</translation>
    </message>
    <message>
        <source>&amp;Many from a table…</source>
        <translation>&amp;Molte da una tabella…</translation>
    </message>
    <message>
        <source>New communication to the &amp;Business Register…</source>
        <translation>Nuova comunicazione al Registro &amp;Imprese…</translation>
    </message>
    <message>
        <source>&amp;Export the list…</source>
        <translation>Esp&amp;orta l&apos;elenco…</translation>
    </message>
    <message>
        <source>&amp;Look up…</source>
        <translation>&amp;Verifica indirizzi e domini…</translation>
    </message>
    <message>
        <source>&amp;Account…</source>
        <translation>&amp;Account…</translation>
    </message>
    <message>
        <source>&amp;Save an archive…</source>
        <translation>&amp;Salva un archivio…</translation>
    </message>
    <message>
        <source>&amp;Restore an archive…</source>
        <translation>Ripristina un arc&amp;hivio…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pre&amp;ferenze…</translation>
    </message>
    <message>
        <source>&amp;Renew…</source>
        <translation>&amp;Rinnova…</translation>
    </message>
    <message>
        <source>More &amp;space…</source>
        <translation>Più &amp;spazio…</translation>
    </message>
    <message>
        <source>Change the &amp;type…</source>
        <translation>Cambia &amp;tipo…</translation>
    </message>
    <message>
        <source>Legal &amp;preservation…</source>
        <translation>Conservazione a &amp;norma…</translation>
    </message>
    <message>
        <source>Add a &amp;user…</source>
        <translation>Aggiungi &amp;utente…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Rev&amp;oca…</translation>
    </message>
    <message>
        <source>Communicate to the &amp;Business Register…</source>
        <translation>Comunica al Registro Im&amp;prese…</translation>
    </message>
    <message>
        <source>&amp;Business Register</source>
        <translation>Registro Im&amp;prese</translation>
    </message>
    <message>
        <source>Noti&amp;fy of changes</source>
        <translation>Noti&amp;fica i cambiamenti</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Chiari</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Scuri</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Ingrandisci il testo</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Riduci il testo</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Testo &amp;normale</translation>
    </message>
    <message>
        <source>&amp;Tell me about new versions</source>
        <translation>&amp;Avvisa delle nuove versioni</translation>
    </message>
    <message>
        <source>&amp;About PEC Desktop</source>
        <translation>&amp;Informazioni su PEC Desktop</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;uto</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>For most clients. Space can be added later.</source>
        <translation>Per la maggior parte dei clienti. Lo spazio si può aumentare in seguito.</translation>
    </message>
    <message>
        <source>More space than Standard.</source>
        <translation>Più spazio di Standard.</translation>
    </message>
    <message>
        <source>More space than Bronze.</source>
        <translation>Più spazio di Bronze.</translation>
    </message>
    <message>
        <source>5 GB and an archive of 13 GB; shows electronic invoices readably.</source>
        <translation>5 GB e un archivio di 13 GB; mostra le fatture elettroniche in forma leggibile.</translation>
    </message>
    <message>
        <source>1 GB and an archive of 1 GB; cannot be extended.</source>
        <translation>1 GB e un archivio di 1 GB; non ampliabile.</translation>
    </message>
    <message>
        <source>Up to 3,500 recipients a day; each message costs extra.</source>
        <translation>Fino a 3.500 destinatari al giorno; ogni messaggio si paga a parte.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>Bronze</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Silver</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Domicilio Digitale</source>
        <translation>Domicilio Digitale</translation>
    </message>
    <message>
        <source>Pec Massiva</source>
        <translation>Pec Massiva</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professionista</translation>
    </message>
    <message>
        <source>Local public body</source>
        <translation>Pubblica amministrazione locale</translation>
    </message>
    <message>
        <source>Central public body</source>
        <translation>Pubblica amministrazione centrale</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Associazione</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>Privato</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Services to businesses</source>
        <translation>Servizi alle imprese</translation>
    </message>
    <message>
        <source>Information technology</source>
        <translation>Informatica</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Commercio</translation>
    </message>
    <message>
        <source>Telecommunications</source>
        <translation>Telecomunicazioni</translation>
    </message>
    <message>
        <source>Publishing and press</source>
        <translation>Editoria e stampa</translation>
    </message>
    <message>
        <source>Mechanics and electrics</source>
        <translation>Meccanica ed elettrica</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Alimentare</translation>
    </message>
    <message>
        <source>Chemicals and pharmaceuticals</source>
        <translation>Chimica e farmaceutica</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Edilizia</translation>
    </message>
    <message>
        <source>Textiles and fashion</source>
        <translation>Tessile e moda</translation>
    </message>
    <message>
        <source>Furniture and furnishing</source>
        <translation>Mobili e arredamento</translation>
    </message>
    <message>
        <source>Hotels and restaurants</source>
        <translation>Alberghi e ristoranti</translation>
    </message>
    <message>
        <source>Transport and logistics</source>
        <translation>Trasporti e logistica</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanza</translation>
    </message>
    <message>
        <source>Chartered accountant</source>
        <translation>Commercialista</translation>
    </message>
    <message>
        <source>Accountant (ragioniere)</source>
        <translation>Ragioniere</translation>
    </message>
    <message>
        <source>Notary</source>
        <translation>Notaio</translation>
    </message>
    <message>
        <source>Tax adviser</source>
        <translation>Tributarista</translation>
    </message>
    <message>
        <source>Lawyer</source>
        <translation>Avvocato</translation>
    </message>
    <message>
        <source>Labour consultant</source>
        <translation>Consulente del lavoro</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regione</translation>
    </message>
    <message>
        <source>Provincial authority</source>
        <translation>Provincia</translation>
    </message>
    <message>
        <source>Municipal authority</source>
        <translation>Comune</translation>
    </message>
    <message>
        <source>Mountain community</source>
        <translation>Comunità montana</translation>
    </message>
    <message>
        <source>Local health authority</source>
        <translation>ASL</translation>
    </message>
    <message>
        <source>Chamber of Commerce</source>
        <translation>Camera di commercio (CCIAA)</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femmina</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Maschio</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Carta d&apos;identità</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Patente di guida</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passaporto</translation>
    </message>
    <message>
        <source>Renew it automatically, using the credit</source>
        <translation>Rinnovarla in automatico, usando il credito</translation>
    </message>
    <message>
        <source>Let it expire unless the office renews it</source>
        <translation>Lasciarla scadere, salvo rinnovo da parte dello studio</translation>
    </message>
    <message>
        <source>The access was refused</source>
        <translation>Accesso rifiutato</translation>
    </message>
    <message>
        <source>The service does not accept this account&apos;s access token any more.</source>
        <translation>Il servizio non accetta più il token di accesso di questo account.</translation>
    </message>
    <message>
        <source>Connect the account again with a valid token, or with its e-mail and API key.</source>
        <translation>Collegare di nuovo l&apos;account con un token valido, oppure con e-mail e chiave API.</translation>
    </message>
    <message>
        <source>The account may not do this</source>
        <translation>Account non autorizzato</translation>
    </message>
    <message>
        <source>The access token lacks the permission for this operation.</source>
        <translation>Al token di accesso manca il permesso per questa operazione.</translation>
    </message>
    <message>
        <source>Connect the account again: with its e-mail and API key the program creates a token that has every permission it needs.</source>
        <translation>Collegare di nuovo l&apos;account: con e-mail e chiave API il programma crea un token con tutti i permessi necessari.</translation>
    </message>
    <message>
        <source>The credit is not enough</source>
        <translation>Credito insufficiente</translation>
    </message>
    <message>
        <source>The service refused the operation because the account&apos;s credit is too low.</source>
        <translation>Il servizio ha rifiutato l&apos;operazione perché il credito dell&apos;account non basta.</translation>
    </message>
    <message>
        <source>Top up the credit on the service&apos;s site, then try again.</source>
        <translation>Ricaricare il credito sul sito del servizio, poi riprovare.</translation>
    </message>
    <message>
        <source>The service refused the data</source>
        <translation>Il servizio ha rifiutato i dati</translation>
    </message>
    <message>
        <source>Something in the request is not accepted.</source>
        <translation>Un dato della richiesta non è accettato.</translation>
    </message>
    <message>
        <source>What was given for “{field}” is not accepted.</source>
        <translation>Il dato indicato per “{field}” non è accettato.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Correggere e riprovare.</translation>
    </message>
    <message>
        <source>This cannot be done now</source>
        <translation>Operazione non possibile ora</translation>
    </message>
    <message>
        <source>The service refused the operation because of the present state or type of the mailbox.</source>
        <translation>Il servizio ha rifiutato l&apos;operazione per lo stato o il tipo attuale della casella.</translation>
    </message>
    <message>
        <source>Refresh the list to see how things stand, then decide again.</source>
        <translation>Aggiornare l&apos;elenco per vedere la situazione, poi decidere di nuovo.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Non trovato</translation>
    </message>
    <message>
        <source>The service does not know what was asked for under this account.</source>
        <translation>Il servizio non trova con questo account quanto richiesto.</translation>
    </message>
    <message>
        <source>Refresh the list and check the account.</source>
        <translation>Aggiornare l&apos;elenco e controllare l&apos;account.</translation>
    </message>
    <message>
        <source>The service asks to slow down</source>
        <translation>Il servizio chiede di rallentare</translation>
    </message>
    <message>
        <source>Too many requests reached the service in a short time.</source>
        <translation>Il servizio ha ricevuto troppe richieste in poco tempo.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>Attendere qualche minuto, poi riprovare.</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation>Servizio non raggiungibile</translation>
    </message>
    <message>
        <source>There was no answer: the network or the service is not available.</source>
        <translation>Nessuna risposta: la rete o il servizio non è disponibile.</translation>
    </message>
    <message>
        <source>Check the network connection and try again later. Nothing typed is lost.</source>
        <translation>Controllare la connessione di rete e riprovare più tardi. Quanto inserito non va perso.</translation>
    </message>
    <message>
        <source>The outcome is not known</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>The request was sent, but no readable answer came back. The service may have carried it out or not.</source>
        <translation>La richiesta è stata inviata, ma non è arrivata una risposta leggibile. Il servizio può averla eseguita oppure no.</translation>
    </message>
    <message>
        <source>Do not repeat it. The attempt is kept in Activity, and the program will not send it again by itself; it looks what became of it, which may take a few minutes.</source>
        <translation>Non ripetere l&apos;operazione. Il tentativo resta in Attività e il programma non lo invia di nuovo da sé; verifica che cosa ne è stato, il che può richiedere qualche minuto.</translation>
    </message>
    <message>
        <source>Try again. At worst an unused access token is left at the service.</source>
        <translation>Riprovare. Nel caso peggiore presso il servizio resta un token di accesso inutilizzato.</translation>
    </message>
    <message>
        <source>The service answered strangely</source>
        <translation>Risposta inattesa del servizio</translation>
    </message>
    <message>
        <source>The program could not make sense of the service&apos;s answer.</source>
        <translation>Il programma non è riuscito a interpretare la risposta del servizio.</translation>
    </message>
    <message>
        <source>Try again later. If it stays so, send the details to support.</source>
        <translation>Riprovare più tardi. Se il problema persiste, inviare i dettagli all&apos;assistenza.</translation>
    </message>
    <message>
        <source>The domain of the address does not exist or belongs to somebody else.</source>
        <translation>Il dominio dell&apos;indirizzo non esiste o appartiene ad altri.</translation>
    </message>
    <message>
        <source>The service does not accept the applicant&apos;s date of birth.</source>
        <translation>Il servizio non accetta la data di nascita del richiedente.</translation>
    </message>
    <message>
        <source>The service accepts only PDF documents.</source>
        <translation>Il servizio accetta solo documenti PDF.</translation>
    </message>
    <message>
        <source>The mailbox no longer waits for documents.</source>
        <translation>La casella non attende più documenti.</translation>
    </message>
    <message>
        <source>The service does not accept this PEC address.</source>
        <translation>Il servizio non accetta questo indirizzo PEC.</translation>
    </message>
    <message>
        <source>Only an active or a revoked mailbox can be renewed.</source>
        <translation>Si può rinnovare solo una casella attiva o revocata.</translation>
    </message>
    <message>
        <source>The mailbox is revoked already.</source>
        <translation>La casella è già revocata.</translation>
    </message>
    <message>
        <source>Only an active mailbox can be revoked.</source>
        <translation>Si può revocare solo una casella attiva.</translation>
    </message>
    <message>
        <source>The legal preservation of this mailbox is not active, so that its space cannot be enlarged.</source>
        <translation>La conservazione a norma di questa casella non è attiva: il suo spazio non si può ampliare.</translation>
    </message>
    <message>
        <source>Space comes in steps: 1024 MB for the mailbox and the security archive, 512 MB for legal preservation.</source>
        <translation>Lo spazio si aggiunge a passi: 1024 MB per la casella e l&apos;archivio di sicurezza, 512 MB per la conservazione a norma.</translation>
    </message>
    <message>
        <source>The signed form and the identity document did not arrive with the request.</source>
        <translation>Il modulo firmato e il documento d&apos;identità non sono arrivati con la richiesta.</translation>
    </message>
    <message>
        <source>The type can only be changed to a higher one.</source>
        <translation>Si può passare solo a un tipo superiore.</translation>
    </message>
    <message>
        <source>The mailbox has 25 additional users already, the most there can be.</source>
        <translation>La casella ha già 25 utenti aggiuntivi, il massimo consentito.</translation>
    </message>
    <message>
        <source>The service asks for the company&apos;s fiscal code or VAT number.</source>
        <translation>Il servizio chiede il codice fiscale o la partita IVA dell&apos;impresa.</translation>
    </message>
    <message>
        <source>The account&apos;s credit does not suffice for a communication.</source>
        <translation>Il credito dell&apos;account non basta per una comunicazione.</translation>
    </message>
    <message>
        <source>The service waits for no signed power of attorney now: it has one already, or the code has not come yet.</source>
        <translation>Il servizio ora non attende alcuna procura firmata: ne ha già una, oppure il codice non è ancora arrivato.</translation>
    </message>
    <message>
        <source>The service received no document.</source>
        <translation>Il servizio non ha ricevuto alcun documento.</translation>
    </message>
    <message>
        <source>The office archive</source>
        <translation>Archivio dello studio</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>Portachiavi del sistema</translation>
    </message>
    <message>
        <source>The document cannot be used</source>
        <translation>Documento non utilizzabile</translation>
    </message>
    <message>
        <source>“{name}” cannot be used</source>
        <translation>“{name}” non è utilizzabile</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrotto</translation>
    </message>
    <message>
        <source>The work was stopped as you asked.</source>
        <translation>Il lavoro è stato interrotto come richiesto.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Errore del programma</translation>
    </message>
    <message>
        <source>The program made a mistake that it did not expect.</source>
        <translation>Nel programma si è verificato un errore imprevisto.</translation>
    </message>
    <message>
        <source>Send the details to support. What was saved so far is safe.</source>
        <translation>Inviare i dettagli all&apos;assistenza. Quanto già salvato è al sicuro.</translation>
    </message>
    <message>
        <source>Operation: {value}</source>
        <translation>Operazione: {value}</translation>
    </message>
    <message>
        <source>HTTP status: {value}</source>
        <translation>Stato HTTP: {value}</translation>
    </message>
    <message>
        <source>Number: {value}</source>
        <translation>Numero: {value}</translation>
    </message>
    <message>
        <source>Field: {value}</source>
        <translation>Campo: {value}</translation>
    </message>
    <message>
        <source>Text: {value}</source>
        <translation>Testo: {value}</translation>
    </message>
    <message>
        <source>Reason: {value}</source>
        <translation>Motivo: {value}</translation>
    </message>
    <message>
        <source>Error: {value}</source>
        <translation>Errore: {value}</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Nulla è stato pagato.</translation>
    </message>
    <message>
        <source>The request was refused: nothing was paid.</source>
        <translation>La richiesta è stata rifiutata: nulla è stato pagato.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was paid.</source>
        <translation>Nulla è stato inviato e nulla è stato pagato.</translation>
    </message>
    <message>
        <source>The price may have been taken from the credit. It is not known yet.</source>
        <translation>Il prezzo potrebbe essere stato prelevato dal credito. Ancora non si sa.</translation>
    </message>
    <message>
        <source>This operation costs nothing.</source>
        <translation>Questa operazione non costa nulla.</translation>
    </message>
    <message>
        <source>Nothing was sent this time. The earlier attempt may have been paid.</source>
        <translation>Questa volta nulla è stato inviato. Il tentativo precedente potrebbe essere stato pagato.</translation>
    </message>
    <message>
        <source>If a paid operation was under way, its outcome stands in Activity.</source>
        <translation>Se era in corso un&apos;operazione a pagamento, il suo esito è in Attività.</translation>
    </message>
    <message>
        <source>The archive was written by a newer version of the program.</source>
        <translation>L&apos;archivio è stato scritto da una versione più recente del programma.</translation>
    </message>
    <message>
        <source>Install the newest version. The archive was not touched.</source>
        <translation>Installare la versione più recente. L&apos;archivio non è stato toccato.</translation>
    </message>
    <message>
        <source>The archive cannot be written to.</source>
        <translation>Non è possibile scrivere nell&apos;archivio.</translation>
    </message>
    <message>
        <source>Check the permissions of the program&apos;s folder and start again.</source>
        <translation>Controllare i permessi della cartella del programma e riavviare.</translation>
    </message>
    <message>
        <source>Another program holds the archive.</source>
        <translation>L&apos;archivio è in uso da un altro programma.</translation>
    </message>
    <message>
        <source>Close other windows of the program, or wait for a running backup, and try again.</source>
        <translation>Chiudere le altre finestre del programma o attendere la fine di un backup in corso, poi riprovare.</translation>
    </message>
    <message>
        <source>The disk is full; the change was not saved.</source>
        <translation>Il disco è pieno: la modifica non è stata salvata.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Liberare spazio e riprovare.</translation>
    </message>
    <message>
        <source>The archive lies in a network or synchronised folder, where it could be damaged.</source>
        <translation>L&apos;archivio si trova in una cartella di rete o sincronizzata, dove potrebbe danneggiarsi.</translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk.</source>
        <translation>Scegliere una cartella sul disco di questo computer.</translation>
    </message>
    <message>
        <source>Look in Activity what became of it. Sending it again could be paid twice.</source>
        <translation>Guardare in Attività che cosa ne è stato. Inviandola di nuovo si potrebbe pagare due volte.</translation>
    </message>
    <message>
        <source>Something else is being sent for the same mailbox just now.</source>
        <translation>Proprio ora è in corso un altro invio per la stessa casella.</translation>
    </message>
    <message>
        <source>Wait for its outcome, then send this.</source>
        <translation>Attendere il suo esito, poi inviare questo.</translation>
    </message>
    <message>
        <source>Something was sent for the same mailbox in the meantime.</source>
        <translation>Nel frattempo è stato inviato qualcosa per la stessa casella.</translation>
    </message>
    <message>
        <source>Look how it stands now, and whether this is still needed.</source>
        <translation>Guardare come sta ora, e se questo serve ancora.</translation>
    </message>
    <message>
        <source>This very draft was sent before.</source>
        <translation>Questa stessa bozza è già stata inviata.</translation>
    </message>
    <message>
        <source>Activity shows what came of it. The draft goes at the next refresh.</source>
        <translation>Attività mostra l&apos;esito. La bozza viene tolta al prossimo aggiornamento.</translation>
    </message>
    <message>
        <source>Its outcome is known meanwhile.</source>
        <translation>Nel frattempo l&apos;esito è noto.</translation>
    </message>
    <message>
        <source>Activity shows it.</source>
        <translation>Lo mostra Attività.</translation>
    </message>
    <message>
        <source>The archive could not be read. It was kept as {path}, and a new one was begun.</source>
        <translation>Non è stato possibile leggere l&apos;archivio. È conservato come {path} e ne è stato iniziato uno nuovo.</translation>
    </message>
    <message>
        <source>There was no backup. The list comes back from the service; drafts and papers of the old archive do not. Keep the file and ask support.</source>
        <translation>Non c&apos;era una copia di sicurezza. L&apos;elenco torna dal servizio; bozze e documenti del vecchio archivio no. Conservare il file e chiedere all&apos;assistenza.</translation>
    </message>
    <message>
        <source>The archive could not be read and was kept as {path}. The backup of {moment} has taken its place.</source>
        <translation>L&apos;archivio non si poteva leggere ed è stato conservato come {path}. Al suo posto c&apos;è la copia di sicurezza del {moment}.</translation>
    </message>
    <message>
        <source>What was done since then is missing: drafts, notes and entries of Activity. The mailboxes come back with the next refresh. Before the first payment for each mailbox the program will warn, because its journal may not know of an earlier one.</source>
        <translation>Manca quanto fatto da allora: bozze, note e voci di Attività. Le caselle tornano con il prossimo aggiornamento. Prima del primo pagamento per ogni casella il programma avvisa, perché il suo registro potrebbe non conoscerne uno precedente.</translation>
    </message>
    <message>
        <source>The archive was no longer in its folder. The backup of {moment} has taken its place.</source>
        <translation>L&apos;archivio non era più nella sua cartella. Al suo posto c&apos;è la copia di sicurezza del {moment}.</translation>
    </message>
    <message>
        <source>The archive is damaged, and nothing more is written to it.</source>
        <translation>L&apos;archivio è danneggiato e non vi si scrive più nulla.</translation>
    </message>
    <message>
        <source>Close the program and start it again: it keeps the damaged file and goes on with the newest backup.</source>
        <translation>Chiudere il programma e riavviarlo: conserva il file danneggiato e continua con l&apos;ultima copia di sicurezza.</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>La copia di sicurezza</translation>
    </message>
    <message>
        <source>Today&apos;s backup could not be made.</source>
        <translation>Non è stato possibile fare la copia di sicurezza di oggi.</translation>
    </message>
    <message>
        <source>Is there room on the disk? The work goes on, and the program tries again within the hour.</source>
        <translation>C&apos;è spazio sul disco? Il lavoro continua e il programma riprova entro un&apos;ora.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>The saved archive</source>
        <translation>L&apos;archivio salvato</translation>
    </message>
    <message>
        <source>This is not an archive that this program saved.</source>
        <translation>Non è un archivio salvato da questo programma.</translation>
    </message>
    <message>
        <source>Choose another file. Nothing was changed here.</source>
        <translation>Scegliere un altro file. Qui non è cambiato nulla.</translation>
    </message>
    <message>
        <source>The file is not whole, or something in it was changed.</source>
        <translation>Il file non è intero, o qualcosa al suo interno è stato modificato.</translation>
    </message>
    <message>
        <source>Copy it here once more from where it was saved, or choose an older one. Nothing was changed here.</source>
        <translation>Copiarlo di nuovo da dove era stato salvato, o sceglierne uno più vecchio. Qui non è cambiato nulla.</translation>
    </message>
    <message>
        <source>The archive was saved by a newer version of the program ({program}).</source>
        <translation>L&apos;archivio è stato salvato da una versione più recente del programma ({program}).</translation>
    </message>
    <message>
        <source>Install the newest version on this computer first. Nothing was changed here.</source>
        <translation>Installare prima la versione più recente su questo computer. Qui non è cambiato nulla.</translation>
    </message>
    <message>
        <source>This is not its passphrase.</source>
        <translation>Non è la sua frase segreta.</translation>
    </message>
    <message>
        <source>Capital letters and spaces count. Nobody can open the file without it.</source>
        <translation>Maiuscole e spazi contano. Senza di essa nessuno può aprire il file.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Il file non si può leggere.</translation>
    </message>
    <message>
        <source>Is the drive still there? Choose the file again.</source>
        <translation>L&apos;unità è ancora collegata? Scegliere di nuovo il file.</translation>
    </message>
    <message>
        <source>Something is being sent to the provider just now.</source>
        <translation>Proprio ora è in corso un invio al gestore.</translation>
    </message>
    <message>
        <source>Wait until it has ended, so that its outcome is written down; then try again.</source>
        <translation>Attendere che finisca, così che l&apos;esito venga annotato; poi riprovare.</translation>
    </message>
    <message>
        <source>The archive is no longer where it was: its folder was moved, or the drive is off.</source>
        <translation>L&apos;archivio non è più dov&apos;era: la cartella è stata spostata o l&apos;unità non è collegata.</translation>
    </message>
    <message>
        <source>Bring the folder back to its place, then start the program again.</source>
        <translation>Riportare la cartella al suo posto, poi riavviare il programma.</translation>
    </message>
    <message>
        <source>The disk reported a failure with the archive.</source>
        <translation>Il disco ha segnalato un errore sull&apos;archivio.</translation>
    </message>
    <message>
        <source>Make a copy of the program&apos;s folder now, and have the disk checked.</source>
        <translation>Fare subito una copia della cartella del programma e far controllare il disco.</translation>
    </message>
    <message>
        <source>The archive lies in a folder that another program copies elsewhere (OneDrive, Dropbox and the like), where it could be damaged.</source>
        <translation>L&apos;archivio si trova in una cartella che un altro programma copia altrove (OneDrive, Dropbox e simili), dove potrebbe danneggiarsi.</translation>
    </message>
    <message>
        <source>Choose a folder that is on this computer&apos;s own disk only.</source>
        <translation>Scegliere una cartella che si trovi solo sul disco di questo computer.</translation>
    </message>
    <message>
        <source>{name} is a folder. Add the files in it.</source>
        <translation>{name} è una cartella. Aggiungere i file che contiene.</translation>
    </message>
    <message>
        <source>{name} is no longer where it was.</source>
        <translation>{name} non è più dov&apos;era.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} non si può leggere.</translation>
    </message>
    <message>
        <source>The program is already running.</source>
        <translation>Il programma è già in esecuzione.</translation>
    </message>
    <message>
        <source>Its window was asked to come to the front. Look for it in the task bar.</source>
        <translation>La sua finestra è stata richiamata in primo piano. Cercarla nella barra delle applicazioni.</translation>
    </message>
    <message>
        <source>The practice service did not start.</source>
        <translation>Il servizio di prova non si è avviato.</translation>
    </message>
    <message>
        <source>Close the program and start it again. The details say what happened.</source>
        <translation>Chiudere il programma e riavviarlo. I dettagli dicono che cosa è successo.</translation>
    </message>
    <message>
        <source>The file could not be saved as {path}.</source>
        <translation>Non è stato possibile salvare il file come {path}.</translation>
    </message>
    <message>
        <source>Choose another folder. Is there room on the disk, or is a file of that name open in another program?</source>
        <translation>Scegliere un&apos;altra cartella. C&apos;è spazio sul disco? Un file con lo stesso nome è aperto in un altro programma?</translation>
    </message>
    <message>
        <source>This computer has no program that opens PDF files.</source>
        <translation>Su questo computer nessun programma apre i file PDF.</translation>
    </message>
    <message>
        <source>Save the form instead, and open it on a computer that has one.</source>
        <translation>Salvare il modulo e aprirlo su un computer che ne ha uno.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked.</source>
        <translation>Il portachiavi del sistema è bloccato.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Sbloccarlo e riprovare.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access to the program.</source>
        <translation>Il portachiavi del sistema ha negato l&apos;accesso al programma.</translation>
    </message>
    <message>
        <source>Allow the access when the system asks, or give the token again.</source>
        <translation>Consentire l&apos;accesso quando il sistema lo chiede, oppure inserire di nuovo il token.</translation>
    </message>
    <message>
        <source>This computer has no keychain that the program can use.</source>
        <translation>Su questo computer non c&apos;è un portachiavi utilizzabile dal programma.</translation>
    </message>
    <message>
        <source>The access is remembered until the program is closed, and never in a file.</source>
        <translation>L&apos;accesso è ricordato fino alla chiusura del programma, mai in un file.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not answer within a minute.</source>
        <translation>Il portachiavi del sistema non ha risposto entro un minuto.</translation>
    </message>
    <message>
        <source>A question of the system may be hidden behind the window. Answer it, try again.</source>
        <translation>Una richiesta del sistema può essere nascosta dietro la finestra. Rispondere e riprovare.</translation>
    </message>
    <message>
        <source>This is too long for the system&apos;s keychain (at most {longest} characters).</source>
        <translation>Testo troppo lungo per il portachiavi del sistema (al massimo {longest} caratteri).</translation>
    </message>
    <message>
        <source>Check what was typed: tokens and keys are shorter.</source>
        <translation>Controllare quanto inserito: token e chiavi sono più brevi.</translation>
    </message>
    <message>
        <source>The account&apos;s access token is not on this computer.</source>
        <translation>Il token di accesso dell&apos;account non è su questo computer.</translation>
    </message>
    <message>
        <source>Connect the account again; everything prepared so far is kept.</source>
        <translation>Collegare di nuovo l&apos;account: quanto già preparato resta conservato.</translation>
    </message>
    <message>
        <source>The archive does not know this mailbox any more.</source>
        <translation>Questa casella non è più nell&apos;archivio.</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Aggiornare l&apos;elenco.</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Non è l&apos;indirizzo di un server.</translation>
    </message>
    <message>
        <source>The address must begin with https: otherwise the token could be read on its way.</source>
        <translation>L&apos;indirizzo deve iniziare con https: altrimenti il token si potrebbe leggere durante il percorso.</translation>
    </message>
    <message>
        <source>An API key needs the address of the server for tokens as well.</source>
        <translation>Con una chiave API serve anche l&apos;indirizzo del server per i token.</translation>
    </message>
    <message>
        <source>The account is not connected.</source>
        <translation>L&apos;account non è collegato.</translation>
    </message>
    <message>
        <source>Connect the account; everything prepared so far is kept.</source>
        <translation>Collegare l&apos;account: quanto già preparato resta conservato.</translation>
    </message>
    <message>
        <source>The draft is being opened.</source>
        <translation>Apertura della bozza in corso.</translation>
    </message>
    <message>
        <source>This draft was sent or deleted meanwhile.</source>
        <translation>Nel frattempo questa bozza è stata inviata o eliminata.</translation>
    </message>
    <message>
        <source>Look for the mailbox in the list.</source>
        <translation>Cercare la casella nell&apos;elenco.</translation>
    </message>
    <message>
        <source>Something in this draft is missing or not right.</source>
        <translation>In questa bozza manca qualcosa o un dato non è corretto.</translation>
    </message>
    <message>
        <source>Correct what is marked, then send it.</source>
        <translation>Correggere quanto segnalato, poi inviare.</translation>
    </message>
    <message>
        <source>This very operation is being sent just now.</source>
        <translation>Proprio questa operazione è in corso di invio.</translation>
    </message>
    <message>
        <source>Wait for its outcome; it stands in Activity.</source>
        <translation>Attendere l&apos;esito: si trova in Attività.</translation>
    </message>
    <message>
        <source>The same operation was sent before and its outcome is still unknown.</source>
        <translation>La stessa operazione è già stata inviata e il suo esito è ancora sconosciuto.</translation>
    </message>
    <message>
        <source>Type of mailbox</source>
        <translation>Tipo di casella</translation>
    </message>
    <message>
        <source>PEC address</source>
        <translation>Indirizzo PEC</translation>
    </message>
    <message>
        <source>Letters, digits, dots, hyphens and underscores; with a certified domain of your own, the whole address. A lapsed address can be taken again only by its former holder.</source>
        <translation>Lettere, cifre, punti, trattini e trattini bassi; con un proprio dominio certificato, l&apos;indirizzo completo. Un indirizzo cessato può essere ripreso solo dal precedente titolare.</translation>
    </message>
    <message>
        <source>Kind of customer</source>
        <translation>Tipo di cliente</translation>
    </message>
    <message>
        <source>What the future holder of the mailbox is. It decides which data are needed.</source>
        <translation>Che cos&apos;è il futuro titolare della casella. Da questo dipendono i dati necessari.</translation>
    </message>
    <message>
        <source>Field of activity</source>
        <translation>Settore di attività</translation>
    </message>
    <message>
        <source>Choose the closest one; “Other” lets you describe it.</source>
        <translation>Scegliere il più vicino; con “Altro” si può descrivere.</translation>
    </message>
    <message>
        <source>Description of the activity</source>
        <translation>Descrizione dell&apos;attività</translation>
    </message>
    <message>
        <source>A few words.</source>
        <translation>Poche parole.</translation>
    </message>
    <message>
        <source>Type this first: birth date, sex and birthplace follow from it.</source>
        <translation>Da inserire per primo: se ne ricavano data di nascita, sesso e luogo di nascita.</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Anni</translation>
    </message>
    <message>
        <source>1 to 10. An active mailbox gets them on top of its present expiry.</source>
        <translation>Da 1 a 10. Per una casella attiva si aggiungono alla scadenza attuale.</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>Significato dei numeri</translation>
    </message>
    <message>
        <source>Add to what there is</source>
        <translation>Aggiungere allo spazio attuale</translation>
    </message>
    <message>
        <source>Set to a new size</source>
        <translation>Impostare una nuova dimensione</translation>
    </message>
    <message>
        <source>Room for messages, in steps of 1024 MB. A full mailbox receives nothing.</source>
        <translation>Spazio per i messaggi, a passi di 1024 MB. Una casella piena non riceve più nulla.</translation>
    </message>
    <message>
        <source>Room for copies of messages, so that the mailbox can be emptied; in steps of 1024 MB.</source>
        <translation>Spazio per le copie dei messaggi, così da poter svuotare la casella; a passi di 1024 MB.</translation>
    </message>
    <message>
        <source>Room for what the law wants kept, for instance electronic invoices; in steps of 512 MB.</source>
        <translation>Spazio per quanto va conservato a norma, ad esempio le fatture elettroniche; a passi di 512 MB.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrizione</translation>
    </message>
    <message>
        <source>What this user does, for instance “accounting”.</source>
        <translation>Il compito di questo utente, ad esempio “contabilità”.</translation>
    </message>
    <message>
        <source>E-mail for the password</source>
        <translation>E-mail per la password</translation>
    </message>
    <message>
        <source>The user&apos;s own address: the messages about the password go there.</source>
        <translation>L&apos;indirizzo dell&apos;utente: vi arrivano i messaggi sulla password.</translation>
    </message>
    <message>
        <source>Address of the mailbox, typed once more</source>
        <translation>Indirizzo della casella, da scrivere di nuovo</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Inserire un numero intero.</translation>
    </message>
    <message>
        <source>A number from {least} to {most}.</source>
        <translation>Un numero da {least} a {most}.</translation>
    </message>
    <message>
        <source>A multiple of {step}.</source>
        <translation>Un multiplo di {step}.</translation>
    </message>
    <message>
        <source>Say for at least one space how much more it shall be.</source>
        <translation>Indicare per almeno uno spazio di quanto va ampliato.</translation>
    </message>
    <message>
        <source>There are {present} MB already: space can only be enlarged.</source>
        <translation>Ci sono già {present} MB: lo spazio può solo essere ampliato.</translation>
    </message>
    <message>
        <source>The vendor&apos;s texts name only Silver and Gold as types to change to. This one is offered, but not documented.</source>
        <translation>I testi del fornitore citano solo Silver e Gold come tipi di arrivo. Questo è offerto, ma non documentato.</translation>
    </message>
    <message>
        <source>This is not the address of the mailbox.</source>
        <translation>Questo non è l&apos;indirizzo della casella.</translation>
    </message>
    <message>
        <source>Legal preservation is active already; its space can be enlarged.</source>
        <translation>La conservazione a norma è già attiva; il suo spazio può essere ampliato.</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. The papers wait in the outbox, and nothing is sent by itself later.</source>
        <translation>Senza rete nulla può essere inviato. I documenti restano in uscita, e nulla parte da solo più tardi.</translation>
    </message>
    <message>
        <source>The access token has no permission for this. Make another one on the account page, or in the vendor&apos;s console.</source>
        <translation>Il token di accesso non ha questo permesso. Crearne un altro nella pagina dell&apos;account o nella console del fornitore.</translation>
    </message>
    <message>
        <source>This mailbox has 25 additional users, which is the most there can be. The service has no way to remove one: if that is needed, ask the vendor&apos;s support.</source>
        <translation>Questa casella ha già 25 utenti aggiuntivi, il massimo possibile. Il servizio non permette di rimuoverne: se occorre, rivolgersi all&apos;assistenza del fornitore.</translation>
    </message>
    <message>
        <source>The mailbox has changed meanwhile, so that the summary was no longer true.</source>
        <translation>Nel frattempo la casella è cambiata e il riepilogo non era più esatto.</translation>
    </message>
    <message>
        <source>Look at the new summary and decide anew.</source>
        <translation>Guardare il nuovo riepilogo e decidere di nuovo.</translation>
    </message>
    <message>
        <source>Something in the form is missing or not right.</source>
        <translation>Nel modulo manca qualcosa o qualcosa non è corretto.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Correggere quanto segnalato.</translation>
    </message>
    <message>
        <source>Activation of the legal preservation</source>
        <translation>Attivazione della conservazione a norma</translation>
    </message>
    <message>
        <source>Activate and &amp;send the papers</source>
        <translation>Attiva e i&amp;nvia i documenti</translation>
    </message>
    <message>
        <source>Legal preservation is active</source>
        <translation>La conservazione a norma è attiva</translation>
    </message>
    <message>
        <source>What was sent is kept with the mailbox, and the price stands in Activity.</source>
        <translation>Ciò che è stato inviato resta con la casella, e il prezzo è in Attività.</translation>
    </message>
    <message>
        <source>Space for legal preservation: {space}</source>
        <translation>Spazio per la conservazione a norma: {space}</translation>
    </message>
    <message>
        <source>The papers have arrived</source>
        <translation>I documenti sono arrivati</translation>
    </message>
    <message>
        <source>The service has taken them, but does not say yet that legal preservation is active. Look again later.</source>
        <translation>Il servizio li ha accettati, ma non dice ancora che la conservazione a norma è attiva. Ricontrollare più tardi.</translation>
    </message>
    <message>
        <source>Activate legal preservation</source>
        <translation>Attivare la conservazione a norma</translation>
    </message>
    <message>
        <source>Size and form</source>
        <translation>Spazio e modulo</translation>
    </message>
    <message>
        <source>How much, and the form</source>
        <translation>Quanto spazio, e il modulo</translation>
    </message>
    <message>
        <source>The provider activates legal preservation once it has this form, signed.</source>
        <translation>Il gestore attiva la conservazione a norma quando ha ricevuto questo modulo firmato.</translation>
    </message>
    <message>
        <source>The papers for legal preservation</source>
        <translation>I documenti per la conservazione a norma</translation>
    </message>
    <message>
        <source>Add the signed form and the identity document, as PDF or photo.</source>
        <translation>Aggiungere il modulo firmato e il documento d&apos;identità, in PDF o in foto.</translation>
    </message>
    <message>
        <source>Ready to be sent and paid?</source>
        <translation>Pronto per l&apos;invio e il pagamento?</translation>
    </message>
    <message>
        <source>This is exactly what will be sent, and what it costs.</source>
        <translation>È esattamente quanto verrà inviato, con il suo costo.</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Che cosa succede ora</translation>
    </message>
    <message>
        <source>As on the identity document; for a married woman the maiden name.</source>
        <translation>Come sul documento d&apos;identità; per le donne coniugate il cognome da nubile.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sesso</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data di nascita</translation>
    </message>
    <message>
        <source>Day, month, year.</source>
        <translation>Giorno, mese, anno.</translation>
    </message>
    <message>
        <source>Country of birth</source>
        <translation>Nazione di nascita</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Comune di nascita</translation>
    </message>
    <message>
        <source>The municipality, as on the identity document.</source>
        <translation>Come sul documento d&apos;identità.</translation>
    </message>
    <message>
        <source>Province of birth</source>
        <translation>Provincia di nascita</translation>
    </message>
    <message>
        <source>Provinces that no longer exist are in the list too.</source>
        <translation>Nell&apos;elenco ci sono anche le province soppresse.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>An ordinary address: the provider sends the access data there.</source>
        <translation>Un indirizzo ordinario: il gestore vi invia i dati di accesso.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>Digits only, without the prefix +39.</source>
        <translation>Solo cifre, senza il prefisso +39.</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Cellulare</translation>
    </message>
    <message>
        <source>Used by the provider for the first access, if given.</source>
        <translation>Se indicato, il gestore lo usa per il primo accesso.</translation>
    </message>
    <message>
        <source>Name of the holder</source>
        <translation>Denominazione del titolare</translation>
    </message>
    <message>
        <source>The full name of the company or body, as registered.</source>
        <translation>La denominazione completa della società o dell&apos;ente, come registrata.</translation>
    </message>
    <message>
        <source>Fiscal code or VAT number</source>
        <translation>Codice fiscale o partita IVA</translation>
    </message>
    <message>
        <source>A VAT number or a company&apos;s fiscal code has 11 digits, a person&apos;s fiscal code 16 signs.</source>
        <translation>La partita IVA o il codice fiscale di una società ha 11 cifre, il codice fiscale di una persona 16 caratteri.</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Via e numero civico</translation>
    </message>
    <message>
        <source>The registered office of a company, the residence of a person.</source>
        <translation>La sede legale di una società, la residenza di una persona.</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>CAP</translation>
    </message>
    <message>
        <source>Five digits for an address in Italy.</source>
        <translation>Cinque cifre per un indirizzo in Italia.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Comune</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provincia</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Nazione</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Documento d&apos;identità</translation>
    </message>
    <message>
        <source>The one whose copy will be sent with the signed form.</source>
        <translation>Quello di cui si invierà la copia con il modulo firmato.</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Numero del documento</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Rilasciato da</translation>
    </message>
    <message>
        <source>For instance the municipality or the Ministry of the Interior.</source>
        <translation>Per esempio il comune o il Ministero dell&apos;Interno.</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Data di rilascio</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valido fino al</translation>
    </message>
    <message>
        <source>The provider refuses a document that has expired.</source>
        <translation>Il gestore rifiuta un documento scaduto.</translation>
    </message>
    <message>
        <source>At the expiry of the mailbox</source>
        <translation>Alla scadenza della casella</translation>
    </message>
    <message>
        <source>Decide now: this choice cannot be changed later from this program. With automatic renewal the price is taken from the credit at each expiry, without asking again.</source>
        <translation>Da decidere ora: in seguito la scelta non si può cambiare da questo programma. Con il rinnovo automatico il prezzo viene prelevato dal credito a ogni scadenza, senza altre richieste.</translation>
    </message>
    <message>
        <source>To be activated</source>
        <translation>Da attivare</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>In lavorazione</translation>
    </message>
    <message>
        <source>Documents refused</source>
        <translation>Documenti errati</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Attiva</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocata</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiusa</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Rinnovare</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produzione</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Custom server</source>
        <translation>Server personalizzato</translation>
    </message>
    <message>
        <source>For trying, nothing is charged.</source>
        <translation>Per provare, nessun addebito.</translation>
    </message>
    <message>
        <source>All invented, nothing is charged.</source>
        <translation>Tutto inventato, nessun addebito.</translation>
    </message>
    <message>
        <source>What is charged depends on that server.</source>
        <translation>Gli addebiti dipendono da quel server.</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrazione</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Attivazione</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Revoca</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Rinnovo</translation>
    </message>
    <message>
        <source>More space</source>
        <translation>Aumento dello spazio</translation>
    </message>
    <message>
        <source>Change of type</source>
        <translation>Cambio di tipo</translation>
    </message>
    <message>
        <source>Legal preservation</source>
        <translation>Conservazione a norma</translation>
    </message>
    <message>
        <source>Additional user</source>
        <translation>Utente aggiuntivo</translation>
    </message>
    <message>
        <source>Business Register communication</source>
        <translation>Comunicazione al Registro Imprese</translation>
    </message>
    <message>
        <source>Power of attorney sent</source>
        <translation>Invio della procura</translation>
    </message>
    <message>
        <source>Domain check</source>
        <translation>Verifica del dominio</translation>
    </message>
    <message>
        <source>Availability check</source>
        <translation>Verifica di disponibilità</translation>
    </message>
    <message>
        <source>List of mailboxes</source>
        <translation>Elenco delle caselle</translation>
    </message>
    <message>
        <source>Details of a mailbox</source>
        <translation>Dettagli di una casella</translation>
    </message>
    <message>
        <source>List of communications</source>
        <translation>Elenco delle comunicazioni</translation>
    </message>
    <message>
        <source>Details of a communication</source>
        <translation>Dettagli di una comunicazione</translation>
    </message>
    <message>
        <source>Activation form</source>
        <translation>Modulo di attivazione</translation>
    </message>
    <message>
        <source>Preservation form</source>
        <translation>Modulo di conservazione</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Procura</translation>
    </message>
    <message>
        <source>New access token</source>
        <translation>Nuovo token di accesso</translation>
    </message>
    <message>
        <source>List of access tokens</source>
        <translation>Elenco dei token di accesso</translation>
    </message>
    <message>
        <source>Details of an access token</source>
        <translation>Dettagli di un token di accesso</translation>
    </message>
    <message>
        <source>Change of an access token</source>
        <translation>Modifica di un token di accesso</translation>
    </message>
    <message>
        <source>Removal of an access token</source>
        <translation>Eliminazione di un token di accesso</translation>
    </message>
    <message>
        <source>List of permissions</source>
        <translation>Elenco dei permessi</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Prezzi</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Credito</translation>
    </message>
    <message>
        <source>Movements of the credit</source>
        <translation>Movimenti del credito</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confermato</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>Non eseguito</translation>
    </message>
    <message>
        <source>The activation form exists only until the mailbox is activated.</source>
        <translation>Il modulo di attivazione esiste solo fino all&apos;attivazione della casella.</translation>
    </message>
    <message>
        <source>Documents can be sent only while the mailbox is waiting to be activated or its documents were refused.</source>
        <translation>I documenti si possono inviare solo se la casella è da attivare o i documenti sono errati.</translation>
    </message>
    <message>
        <source>Space can be added only to an active mailbox.</source>
        <translation>Lo spazio si può aumentare solo per una casella attiva.</translation>
    </message>
    <message>
        <source>Space can be added only to Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation>Lo spazio si può aumentare solo per le caselle Standard, Bronze, Silver e Gold.</translation>
    </message>
    <message>
        <source>The preservation form exists only for an active mailbox.</source>
        <translation>Il modulo di conservazione esiste solo per una casella attiva.</translation>
    </message>
    <message>
        <source>Legal preservation exists only for Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation>La conservazione a norma esiste solo per le caselle Standard, Bronze, Silver e Gold.</translation>
    </message>
    <message>
        <source>Legal preservation can be added only to an active mailbox.</source>
        <translation>La conservazione a norma si può aggiungere solo a una casella attiva.</translation>
    </message>
    <message>
        <source>The type can be changed only while the mailbox is active.</source>
        <translation>Il tipo si può cambiare solo se la casella è attiva.</translation>
    </message>
    <message>
        <source>Only Standard, Bronze and Silver mailboxes can be changed to a higher type.</source>
        <translation>Solo le caselle Standard, Bronze e Silver possono passare a un tipo superiore.</translation>
    </message>
    <message>
        <source>Users can be added only to an active mailbox.</source>
        <translation>Si possono aggiungere utenti solo a una casella attiva.</translation>
    </message>
    <message>
        <source>Users can be added only to Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation>Si possono aggiungere utenti solo alle caselle Standard, Bronze, Silver e Gold.</translation>
    </message>
    <message>
        <source>Signed form</source>
        <translation>Modulo firmato</translation>
    </message>
    <message>
        <source>Not to be sent</source>
        <translation>Da non inviare</translation>
    </message>
    <message>
        <source>This is a compressed folder. Unpack it and add the papers in it.</source>
        <translation>È una cartella compressa. Estrarla e aggiungere i documenti che contiene.</translation>
    </message>
    <message>
        <source>This photo has a format (HEIC) that cannot be read here. Save it as JPEG or PDF.</source>
        <translation>Questa foto è in un formato (HEIC) non leggibile qui. Salvarla come JPEG o PDF.</translation>
    </message>
    <message>
        <source>This is a text file. A PDF or a photo is needed.</source>
        <translation>È un file di testo. Serve un PDF o una foto.</translation>
    </message>
    <message>
        <source>This is neither a PDF nor a photo. Add the paper as a PDF, JPEG or PNG.</source>
        <translation>Non è né un PDF né una foto. Aggiungere il documento come PDF, JPEG o PNG.</translation>
    </message>
    <message>
        <source>This is not a PDF. The provider takes only PDF.</source>
        <translation>Non è un PDF. Il gestore accetta solo PDF.</translation>
    </message>
    <message>
        <source>A .p7m file is not accepted here. Sign the PDF itself (PAdES), or by hand, and add that.</source>
        <translation>Qui non è accettato un file .p7m. Firmare il PDF stesso (PAdES) oppure a mano, e aggiungere quello.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is it open in another program, or on a lost drive?</source>
        <translation>Questo file non si può leggere. È aperto in un altro programma o su un&apos;unità scollegata?</translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Scan it with a lower resolution.</source>
        <translation>Questo file supera i 100 MB. Scansionarlo a una risoluzione più bassa.</translation>
    </message>
    <message>
        <source>This photo is too large. Save it with fewer pixels.</source>
        <translation>Questa foto è troppo grande. Salvarla con meno pixel.</translation>
    </message>
    <message>
        <source>This PDF wants a password. Save it without one and add it again.</source>
        <translation>Questo PDF richiede una password. Salvarlo senza password e aggiungerlo di nuovo.</translation>
    </message>
    <message>
        <source>This PDF is protected in a way that cannot be read here. Print it to a new PDF.</source>
        <translation>Questo PDF ha una protezione che qui non si può leggere. Stamparlo in un nuovo PDF.</translation>
    </message>
    <message>
        <source>This PDF restricts printing or copying; the provider may refuse it.</source>
        <translation>Questo PDF limita la stampa o la copia: il gestore potrebbe rifiutarlo.</translation>
    </message>
    <message>
        <source>This photo is small. Can everything on it be read?</source>
        <translation>Questa foto è piccola. Si legge tutto?</translation>
    </message>
    <message>
        <source>This PDF is digitally signed: joining it with another paper would break the signature. Join form and document first, then sign the joined PDF; or sign by hand.</source>
        <translation>Questo PDF è firmato digitalmente: unirlo a un altro documento invaliderebbe la firma. Unire prima modulo e documento d&apos;identità, poi firmare il PDF unito; oppure firmare a mano.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 pagina</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} pagine</translation>
    </message>
    <message>
        <source>photo, becomes a PDF page</source>
        <translation>foto, verrà convertita in PDF</translation>
    </message>
    <message>
        <source>digitally signed</source>
        <translation>firmato digitalmente</translation>
    </message>
    <message>
        <source>This file is empty. Scan it again, or ask for it again.</source>
        <translation>Questo file è vuoto. Scansionarlo o farselo inviare di nuovo.</translation>
    </message>
    <message>
        <source>This is a Word document, whatever its name says. Open it in Word and save it as a PDF.</source>
        <translation>È un documento Word, qualunque sia il suo nome. Aprirlo in Word e salvarlo come PDF.</translation>
    </message>
    <message>
        <source>This is not a photo that can be read. Add it as JPEG, PNG or PDF.</source>
        <translation>Non è una foto leggibile. Aggiungerla come JPEG, PNG o PDF.</translation>
    </message>
    <message>
        <source>This .p7m file holds a signature but not the signed document. Add the signed PDF itself.</source>
        <translation>Questo file .p7m contiene una firma ma non il documento firmato. Aggiungere il PDF firmato.</translation>
    </message>
    <message>
        <source>This is a folder. Open it and add the files in it.</source>
        <translation>È una cartella. Aprirla e aggiungere i file che contiene.</translation>
    </message>
    <message>
        <source>This file is no longer where it was. Look for it and add it again.</source>
        <translation>Questo file non è più dov&apos;era. Cercarlo e aggiungerlo di nuovo.</translation>
    </message>
    <message>
        <source>This file is damaged or incomplete. Scan it again, or ask for it again.</source>
        <translation>Questo file è danneggiato o incompleto. Scansionarlo o farselo inviare di nuovo.</translation>
    </message>
    <message>
        <source>This PDF has no pages. Scan the paper again.</source>
        <translation>Questo PDF non ha pagine. Scansionare di nuovo il documento.</translation>
    </message>
    <message>
        <source>The papers could not be joined into one PDF. Scan them together, or print each to a new PDF and add that.</source>
        <translation>Non è stato possibile unire i documenti in un solo PDF. Scansionarli insieme, oppure stampare ciascuno in un nuovo PDF e aggiungere quello.</translation>
    </message>
    <message>
        <source>The program could not work on this file. Print it to a new PDF and add that.</source>
        <translation>Il programma non è riuscito a elaborare questo file. Stamparlo in un nuovo PDF e aggiungere quello.</translation>
    </message>
    <message>
        <source>This file took too long to read. Print it to a new PDF and add that.</source>
        <translation>La lettura di questo file ha richiesto troppo tempo. Stamparlo in un nuovo PDF e aggiungere quello.</translation>
    </message>
    <message>
        <source>{count} of the files were not taken</source>
        <translation>File non acquisiti: {count}</translation>
    </message>
    <message>
        <source>The signed form is still missing.</source>
        <translation>Manca ancora il modulo firmato.</translation>
    </message>
    <message>
        <source>This is the form as it was downloaded: nobody has signed it.</source>
        <translation>È il modulo come è stato scaricato: nessuno lo ha firmato.</translation>
    </message>
    <message>
        <source>The copy of the identity document is still missing.</source>
        <translation>Manca ancora la copia del documento d&apos;identità.</translation>
    </message>
    <message>
        <source>No identity document has been added. Is it on the pages of the form?</source>
        <translation>Non è stato aggiunto un documento d&apos;identità. Si trova nelle pagine del modulo?</translation>
    </message>
    <message>
        <source>This file will not be sent. Say what it is, or remove it.</source>
        <translation>Questo file non verrà inviato. Indicare che cos&apos;è, oppure toglierlo.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Campo obbligatorio.</translation>
    </message>
    <message>
        <source>Please choose one of the two.</source>
        <translation>Scegliere una delle due opzioni.</translation>
    </message>
    <message>
        <source>Better not left empty: the provider may ask for it.</source>
        <translation>Meglio non lasciarlo vuoto: il gestore potrebbe richiederlo.</translation>
    </message>
    <message>
        <source>At most {limit} characters.</source>
        <translation>Al massimo {limit} caratteri.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Scegliere una voce dell&apos;elenco.</translation>
    </message>
    <message>
        <source>The service does not accept this: {message}</source>
        <translation>Il servizio non lo accetta: {message}</translation>
    </message>
    <message>
        <source>There is no such day. Type day, month and year.</source>
        <translation>Questo giorno non esiste. Inserire giorno, mese e anno.</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>Questo giorno deve ancora venire.</translation>
    </message>
    <message>
        <source>A date of birth lies in the past.</source>
        <translation>Una data di nascita è nel passato.</translation>
    </message>
    <message>
        <source>This person is {age} years old. Is the date right?</source>
        <translation>Questa persona ha {age} anni. La data è giusta?</translation>
    </message>
    <message>
        <source>The document has expired; the provider would refuse it.</source>
        <translation>Il documento è scaduto: il gestore lo rifiuterebbe.</translation>
    </message>
    <message>
        <source>The document expires in {days} days; the provider may refuse it.</source>
        <translation>Giorni alla scadenza del documento: {days}. Il gestore potrebbe rifiutarlo.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Non è un indirizzo e-mail.</translation>
    </message>
    <message>
        <source>This is not a complete PEC address.</source>
        <translation>Non è un indirizzo PEC completo.</translation>
    </message>
    <message>
        <source>The part before the @ can have at most {limit} characters.</source>
        <translation>La parte prima della @ può avere al massimo {limit} caratteri.</translation>
    </message>
    <message>
        <source>Only letters, digits, dots, hyphens and underscores, with a letter or digit at both ends and no two dots together.</source>
        <translation>Solo lettere, cifre, punti, trattini e trattini bassi; una lettera o una cifra alle due estremità e mai due punti di seguito.</translation>
    </message>
    <message>
        <source>Mailboxes of this type end in {expected}; {domain} is right only if the account owns it.</source>
        <translation>Le caselle di questo tipo terminano con {expected}; {domain} va bene solo se appartiene all&apos;account.</translation>
    </message>
    <message>
        <source>A telephone number has no letters.</source>
        <translation>Un numero di telefono non contiene lettere.</translation>
    </message>
    <message>
        <source>This is too short or too long for a number.</source>
        <translation>Numero troppo corto o troppo lungo.</translation>
    </message>
    <message>
        <source>Choose a country of the list.</source>
        <translation>Scegliere una nazione dell&apos;elenco.</translation>
    </message>
    <message>
        <source>The program does not know this country. Is it right?</source>
        <translation>Il programma non conosce questa nazione. È giusta?</translation>
    </message>
    <message>
        <source>Choose a province, or type its two letters.</source>
        <translation>Scegliere una provincia o inserirne la sigla.</translation>
    </message>
    <message>
        <source>The program does not know this province. Is it right?</source>
        <translation>Il programma non conosce questa provincia. È giusta?</translation>
    </message>
    <message>
        <source>Today this province is called {now}.</source>
        <translation>Oggi questa provincia si chiama {now}.</translation>
    </message>
    <message>
        <source>An Italian postcode has five digits.</source>
        <translation>Il CAP italiano ha cinque cifre.</translation>
    </message>
    <message>
        <source>This is not a person&apos;s fiscal code.</source>
        <translation>Non è il codice fiscale di una persona.</translation>
    </message>
    <message>
        <source>The last letter does not fit: there must be a slip in this fiscal code.</source>
        <translation>L&apos;ultima lettera non corrisponde: nel codice fiscale c&apos;è un errore.</translation>
    </message>
    <message>
        <source>A provisional fiscal code of 11 digits? Compare it with the original.</source>
        <translation>Un codice fiscale provvisorio di 11 cifre? Confrontarlo con l&apos;originale.</translation>
    </message>
    <message>
        <source>For this surname one would expect {expected} in the fiscal code, not {found}.</source>
        <translation>Per questo cognome nel codice fiscale ci si aspetta {expected}, non {found}.</translation>
    </message>
    <message>
        <source>For this first name one would expect {expected} in the fiscal code, not {found}.</source>
        <translation>Per questo nome nel codice fiscale ci si aspetta {expected}, non {found}.</translation>
    </message>
    <message>
        <source>The fiscal code says born on {found}, the date of birth something else.</source>
        <translation>Secondo il codice fiscale la nascita è il {found}; la data di nascita inserita è diversa.</translation>
    </message>
    <message>
        <source>The fiscal code is that of a person of the other sex.</source>
        <translation>Il codice fiscale è di una persona dell&apos;altro sesso.</translation>
    </message>
    <message>
        <source>The fiscal code names a place ({place}) that is not in the country of birth.</source>
        <translation>Il codice fiscale indica un luogo ({place}) che non è nella nazione di nascita.</translation>
    </message>
    <message>
        <source>This is neither a VAT number (11 digits) nor a fiscal code.</source>
        <translation>Non è né una partita IVA (11 cifre) né un codice fiscale.</translation>
    </message>
    <message>
        <source>The last digit does not fit: there must be a slip in this number.</source>
        <translation>L&apos;ultima cifra non corrisponde: nel numero c&apos;è un errore.</translation>
    </message>
    <message>
        <source>Asking whether this address is free…</source>
        <translation>Verifica della disponibilità in corso…</translation>
    </message>
    <message>
        <source>This address is free.</source>
        <translation>Indirizzo disponibile.</translation>
    </message>
    <message>
        <source>This address is already taken. Try another one.</source>
        <translation>Indirizzo già occupato. Provarne un altro.</translation>
    </message>
    <message>
        <source>The service does not accept this address. Try another one.</source>
        <translation>Il servizio non accetta questo indirizzo. Provarne un altro.</translation>
    </message>
    <message>
        <source>Without the network it cannot be told whether this address is free. It will be asked again before anything is sent.</source>
        <translation>Senza rete non si può sapere se l&apos;indirizzo è disponibile. La verifica si ripete prima dell&apos;invio.</translation>
    </message>
    <message>
        <source>The service did not say whether this address is free. It will be asked again before anything is sent.</source>
        <translation>Il servizio non ha indicato se l&apos;indirizzo è disponibile. La verifica si ripete prima dell&apos;invio.</translation>
    </message>
    <message>
        <source>From the fiscal code.</source>
        <translation>Dal codice fiscale.</translation>
    </message>
    <message>
        <source>The &amp;applicant is the holder</source>
        <translation>Il richiedente è il &amp;titolare</translation>
    </message>
    <message>
        <source>A private person holds the mailbox in the applicant&apos;s name: only the residence is needed.</source>
        <translation>Per un privato la casella è intestata al richiedente: serve solo la residenza.</translation>
    </message>
    <message>
        <source>{amount} + IVA</source>
        <translation>{amount} + IVA</translation>
    </message>
    <message>
        <source>about {amount} + IVA</source>
        <translation>circa {amount} + IVA</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>prezzo non noto</translation>
    </message>
    <message>
        <source>The price comes from this account&apos;s price list.</source>
        <translation>Il prezzo è quello del listino di questo account.</translation>
    </message>
    <message>
        <source>Neither this account&apos;s price list nor the service&apos;s public pages tell the price.</source>
        <translation>Né il listino di questo account né le pagine pubbliche del servizio indicano il prezzo.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operazione</translation>
    </message>
    <message>
        <source>Registration of a certified mailbox, for a year</source>
        <translation>Registrazione di una casella PEC, per un anno</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Casella</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prezzo</translation>
    </message>
    <message>
        <source>Credit now</source>
        <translation>Credito attuale</translation>
    </message>
    <message>
        <source>Credit afterwards</source>
        <translation>Credito residuo</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>circa {amount}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>The price is an estimate, from the office&apos;s own price list or the service&apos;s public pages; this account&apos;s own price could not be read and may differ.</source>
        <translation>Il prezzo è una stima, dal listino dello studio o dalle pagine pubbliche del servizio; non è stato possibile leggere quello di questo account, che può essere diverso.</translation>
    </message>
    <message>
        <source>The price is an estimate: a year of the new type less one of the present type. How a change of type is really charged is documented nowhere.</source>
        <translation>Il prezzo è una stima: un anno del nuovo tipo meno uno del tipo attuale. Come venga davvero addebitato un cambio di tipo non è documentato.</translation>
    </message>
    <message>
        <source>Whether IVA is taken from the credit as well is not known.</source>
        <translation>Non si sa se dal credito venga prelevata anche l&apos;IVA.</translation>
    </message>
    <message>
        <source>The credit is lower than the price: the service will probably refuse.</source>
        <translation>Il credito è inferiore al prezzo: il servizio probabilmente rifiuterà.</translation>
    </message>
    <message>
        <source>Practice: price and credit are invented, nothing is charged.</source>
        <translation>Prova: prezzo e credito sono inventati, nessun addebito.</translation>
    </message>
    <message>
        <source>Sandbox: price and credit are for trying only, nothing is charged.</source>
        <translation>Sandbox: prezzo e credito servono solo per provare, nessun addebito.</translation>
    </message>
    <message>
        <source>Asking for the price…</source>
        <translation>Richiesta del prezzo in corso…</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network, and nothing is sent by itself later.</source>
        <translation>Senza rete nulla può essere inviato, e nulla parte da solo più tardi.</translation>
    </message>
    <message>
        <source>The same was sent for {label} on {moment} and its outcome is not known: it may have been done and paid already. Look what became of it before you send again.</source>
        <translation>La stessa operazione è stata inviata per {label} il {moment} e il suo esito è sconosciuto: può essere già stata eseguita e pagata. Prima di inviare di nuovo, verificare che cosa ne è stato.</translation>
    </message>
    <message>
        <source>I have checked that it was not done. Send again; it may be paid twice.</source>
        <translation>Ho verificato che non è stata eseguita. Invia di nuovo; si potrebbe pagare due volte.</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>Re&amp;gistra</translation>
    </message>
    <message>
        <source>{does} and pay {price}</source>
        <translation>{does} e paga {price}</translation>
    </message>
    <message>
        <source>{does} and pay (price not known)</source>
        <translation>{does} e paga (prezzo non noto)</translation>
    </message>
    <message>
        <source>{does} (practice, nothing is charged)</source>
        <translation>{does} (prova, nessun addebito)</translation>
    </message>
    <message>
        <source>{does} (sandbox, nothing is charged)</source>
        <translation>{does} (sandbox, nessun addebito)</translation>
    </message>
    <message>
        <source>Asking for the price and whether the address is still free…</source>
        <translation>Verifica del prezzo e della disponibilità in corso…</translation>
    </message>
    <message>
        <source>The service cannot be reached now</source>
        <translation>Servizio ora non raggiungibile</translation>
    </message>
    <message>
        <source>The address is taken meanwhile</source>
        <translation>Nel frattempo l&apos;indirizzo è stato occupato</translation>
    </message>
    <message>
        <source>Not everything is complete yet</source>
        <translation>Non tutto è completo</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>Da ricontrollare</translation>
    </message>
    <message>
        <source>This was sent before</source>
        <translation>Già inviata in precedenza</translation>
    </message>
    <message>
        <source>I have checked that it is not registered. Send again; it may be paid twice.</source>
        <translation>Ho verificato che non è registrata. Invia di nuovo; si potrebbe pagare due volte.</translation>
    </message>
    <message>
        <source>A registration of {label} was sent on {moment} and its outcome is not known: the mailbox may have been registered and paid already. Look what became of it before you send again.</source>
        <translation>Una registrazione di {label} è stata inviata il {moment} e il suo esito è sconosciuto: la casella potrebbe essere già registrata e pagata. Prima di inviare di nuovo, verificare che cosa ne è stato.</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. Keep the registration ready: it waits in the outbox, and one click sends it later. Nothing is sent by itself.</source>
        <translation>Senza rete non si può inviare nulla. La registrazione si può tenere pronta: resta in uscita e si invia più tardi con un clic. Nulla parte da solo.</translation>
    </message>
    <message>
        <source>&amp;Keep ready</source>
        <translation>&amp;Tieni pronta</translation>
    </message>
    <message>
        <source>The registration is being sent. This may take up to a minute.</source>
        <translation>Invio della registrazione in corso. Può durare fino a un minuto.</translation>
    </message>
    <message>
        <source>Every step is saved among the drafts.</source>
        <translation>Ogni passo viene salvato tra le bozze.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Non ancora salvato</translation>
    </message>
    <message>
        <source>Saved among the drafts</source>
        <translation>Salvato tra le bozze</translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation>Salvataggio non riuscito</translation>
    </message>
    <message>
        <source>{address} is registered</source>
        <translation>{address} è registrata</translation>
    </message>
    <message>
        <source>It becomes active once the provider has the signed form.</source>
        <translation>Diventa attiva quando il gestore riceve il modulo firmato.</translation>
    </message>
    <message>
        <source>Get the activation form</source>
        <translation>Scaricare il modulo di attivazione</translation>
    </message>
    <message>
        <source>The program downloads it, filled in with these data, to print or to save.</source>
        <translation>Il programma lo scarica già compilato con questi dati, da stampare o salvare.</translation>
    </message>
    <message>
        <source>Have it signed by {applicant}</source>
        <translation>Farlo firmare da {applicant}</translation>
    </message>
    <message>
        <source>By hand, or digitally inside the PDF. Copy the identity document as well.</source>
        <translation>A mano, oppure digitalmente nel PDF. Serve anche una copia del documento d&apos;identità.</translation>
    </message>
    <message>
        <source>Drop the papers on the mailbox</source>
        <translation>Trascinare i documenti sulla casella</translation>
    </message>
    <message>
        <source>The program checks them, puts them in order and sends them.</source>
        <translation>Il programma li controlla, li ordina e li invia.</translation>
    </message>
    <message>
        <source>&amp;Get the activation form</source>
        <translation>&amp;Scarica il modulo di attivazione</translation>
    </message>
    <message>
        <source>Register a mailbox</source>
        <translation>Registra una casella</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Which mailbox?</source>
        <translation>Quale casella?</translation>
    </message>
    <message>
        <source>Choose the type and the address. Nothing is ordered or paid before the last page.</source>
        <translation>Scegliere il tipo e l&apos;indirizzo. Nulla viene ordinato o pagato prima dell&apos;ultima pagina.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Per chi?</translation>
    </message>
    <message>
        <source>The kind of customer that will hold the mailbox.</source>
        <translation>Il tipo di cliente a cui sarà intestata la casella.</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Richiedente</translation>
    </message>
    <message>
        <source>Who applies?</source>
        <translation>Chi fa la richiesta?</translation>
    </message>
    <message>
        <source>The person who signs the activation form: the holder, or for a company or a body its legal representative.</source>
        <translation>La persona che firma il modulo di attivazione: il titolare o, per una società o un ente, il legale rappresentante.</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titolare</translation>
    </message>
    <message>
        <source>Who will hold it?</source>
        <translation>Chi sarà il titolare?</translation>
    </message>
    <message>
        <source>The holder&apos;s name, number and address, as they shall stand on the form.</source>
        <translation>Denominazione, codice e indirizzo del titolare, come devono risultare sul modulo.</translation>
    </message>
    <message>
        <source>The applicant&apos;s document</source>
        <translation>Il documento del richiedente</translation>
    </message>
    <message>
        <source>These data may be left out now, but the form is complete only with them. A copy of the document goes to the provider later, with the signed form.</source>
        <translation>Questi dati si possono omettere ora, ma il modulo è completo solo con essi. Una copia del documento andrà poi al gestore, con il modulo firmato.</translation>
    </message>
    <message>
        <source>What happens at the expiry?</source>
        <translation>Che cosa succede alla scadenza?</translation>
    </message>
    <message>
        <source>A mailbox is paid for a year. This is decided once, for all the years to come.</source>
        <translation>Una casella si paga per un anno. La scelta si fa una volta, per tutti gli anni a venire.</translation>
    </message>
    <message>
        <source>Code requested</source>
        <translation>Codice richiesto</translation>
    </message>
    <message>
        <source>Communicated</source>
        <translation>Comunicata</translation>
    </message>
    <message>
        <source>Wait for the code</source>
        <translation>Attendere il codice</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Niente da fare</translation>
    </message>
    <message>
        <source>Communicated to the Business Register</source>
        <translation>Comunicata al Registro Imprese</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Denominazione dell&apos;impresa</translation>
    </message>
    <message>
        <source>Municipality of the company</source>
        <translation>Comune dell&apos;impresa</translation>
    </message>
    <message>
        <source>Province of the company</source>
        <translation>Provincia dell&apos;impresa</translation>
    </message>
    <message>
        <source>Qualification of the applicant</source>
        <translation>Qualifica del richiedente</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Amministratore</translation>
    </message>
    <message>
        <source>Court-appointed commissioner</source>
        <translation>Commissario giudiziario</translation>
    </message>
    <message>
        <source>Bankruptcy curator</source>
        <translation>Curatore fallimentare</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>Legale rappresentante</translation>
    </message>
    <message>
        <source>Liquidator</source>
        <translation>Liquidatore</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Titolare</translation>
    </message>
    <message>
        <source>To be signed</source>
        <translation>Da firmare</translation>
    </message>
    <message>
        <source>With the Register</source>
        <translation>Presso il Registro</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>Firmare e inviare</translation>
    </message>
    <message>
        <source>Signature of the power of attorney</source>
        <translation>Firma della procura</translation>
    </message>
    <message>
        <source>A company communicates its own address, and since 2025 the personal one of its sole administrator, managing director or chairman as well: one communication for each. An administrator&apos;s address must differ from that of every company; one person may use the same address in several companies.</source>
        <translation>L&apos;impresa comunica il proprio indirizzo e, dal 2025, anche quello personale dell&apos;amministratore unico, dell&apos;amministratore delegato o del presidente del consiglio: una comunicazione per ciascuno. L&apos;indirizzo di un amministratore deve essere diverso da quello di ogni impresa; una persona può usare lo stesso in più imprese.</translation>
    </message>
    <message>
        <source>The address that the Business Register shall have, of any provider.</source>
        <translation>L&apos;indirizzo da iscrivere nel Registro Imprese, di qualsiasi gestore.</translation>
    </message>
    <message>
        <source>An ordinary address of the applicant&apos;s, for questions about the communication.</source>
        <translation>Un indirizzo ordinario del richiedente, per domande sulla comunicazione.</translation>
    </message>
    <message>
        <source>The applicant&apos;s, for questions about the communication.</source>
        <translation>Del richiedente, per domande sulla comunicazione.</translation>
    </message>
    <message>
        <source>Whose address is it?</source>
        <translation>Di chi è l&apos;indirizzo?</translation>
    </message>
    <message>
        <source>As what, in the company, the applicant signs the power of attorney.</source>
        <translation>In quale veste, nell&apos;impresa, il richiedente firma la procura.</translation>
    </message>
    <message>
        <source>An administrator&apos;s own</source>
        <translation>Di un amministratore</translation>
    </message>
    <message>
        <source>The company&apos;s</source>
        <translation>Dell&apos;impresa</translation>
    </message>
    <message>
        <source>This is the address of {name} itself: an administrator&apos;s must be another one. The Business Register has refused this since 15 January 2026.</source>
        <translation>È l&apos;indirizzo di {name}: quello dell&apos;amministratore deve essere un altro. Il Registro Imprese lo rifiuta dal 15 gennaio 2026.</translation>
    </message>
    <message>
        <source>This address is in use for {name}. Since 15 January 2026 the Business Register refuses the address of another company.</source>
        <translation>Questo indirizzo è in uso per {name}. Dal 15 gennaio 2026 il Registro Imprese rifiuta l&apos;indirizzo di un&apos;altra impresa.</translation>
    </message>
    <message>
        <source>This address was communicated for an administrator of {name}. Since 15 January 2026 the Business Register refuses it for a company.</source>
        <translation>Questo indirizzo è stato comunicato per un amministratore di {name}. Dal 15 gennaio 2026 il Registro Imprese lo rifiuta per un&apos;impresa.</translation>
    </message>
    <message>
        <source>This address was communicated for {name} before. Is it needed again?</source>
        <translation>Questo indirizzo è già stato comunicato per {name}. Serve di nuovo?</translation>
    </message>
    <message>
        <source>This address was communicated for {name}, and the service does not tell whether as the company&apos;s or as an administrator&apos;s. Since 15 January 2026 one address cannot be both, nor that of two companies.</source>
        <translation>Questo indirizzo è stato comunicato per {name}, e il servizio non dice se per l&apos;impresa o per un amministratore. Dal 15 gennaio 2026 un indirizzo non può valere per entrambi, né per due imprese.</translation>
    </message>
    <message>
        <source>What is said of {name} stands in another account of this archive: {account}.</source>
        <translation>Quanto detto di {name} risulta in un altro account di questo archivio: {account}.</translation>
    </message>
    <message>
        <source>The power of attorney has not been downloaded here yet, so nothing can be compared with it. Download it, have that very file signed, and add it again.</source>
        <translation>La procura non è ancora stata scaricata qui, quindi non c’è nulla con cui confrontarla. Scaricarla, far firmare proprio quel file e aggiungerlo di nuovo.</translation>
    </message>
    <message>
        <source>This is not a digitally signed file. Add the .p7m that the signing program made.</source>
        <translation>Questo non è un file firmato digitalmente. Aggiungere il .p7m prodotto dal programma di firma.</translation>
    </message>
    <message>
        <source>This is a PDF. The Business Register wants it in a signed envelope: sign it as CAdES and add the .p7m file.</source>
        <translation>Questo è un PDF. Il Registro Imprese lo vuole in una busta firmata: firmarlo in CAdES e aggiungere il file .p7m.</translation>
    </message>
    <message>
        <source>Nobody has signed this file. Sign the power of attorney and add the .p7m file.</source>
        <translation>Nessuno ha firmato questo file. Firmare la procura e aggiungere il file .p7m.</translation>
    </message>
    <message>
        <source>This envelope holds another document than the power of attorney that was downloaded. Sign that very file, unchanged, and add it again.</source>
        <translation>Questa busta contiene un documento diverso dalla procura scaricata. Firmare proprio quel file, senza modifiche, e aggiungerlo di nuovo.</translation>
    </message>
    <message>
        <source>Only the address of an active mailbox can be communicated.</source>
        <translation>Si può comunicare solo l&apos;indirizzo di una casella attiva.</translation>
    </message>
    <message>
        <source>The power of attorney exists only once the code has come.</source>
        <translation>La procura esiste solo dopo l’arrivo del codice.</translation>
    </message>
    <message>
        <source>A signed power of attorney can be sent only while it is waited for.</source>
        <translation>Una procura firmata può essere inviata solo quando è attesa.</translation>
    </message>
    <message>
        <source>Signed power of attorney</source>
        <translation>Procura firmata</translation>
    </message>
    <message>
        <source>Communicate an address to the Business Register</source>
        <translation>Comunicare un indirizzo al Registro Imprese</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Which address, of which company?</source>
        <translation>Quale indirizzo, di quale impresa?</translation>
    </message>
    <message>
        <source>The mailbox must be active; it may be one of any provider.</source>
        <translation>La casella deve essere attiva; può essere di qualsiasi gestore.</translation>
    </message>
    <message>
        <source>Who signs the communication?</source>
        <translation>Chi firma la comunicazione?</translation>
    </message>
    <message>
        <source>This person signs the power of attorney digitally.</source>
        <translation>Questa persona firma digitalmente la procura.</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. Keep the communication ready: it waits in the outbox, and one click sends it later. Nothing is sent by itself.</source>
        <translation>Senza rete non si può inviare nulla. La comunicazione si può tenere pronta: resta in uscita e si invia più tardi con un clic. Nulla parte da solo.</translation>
    </message>
    <message>
        <source>Business Register</source>
        <translation>Registro Imprese</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>Da firmare</translation>
    </message>
    <message>
        <source>Code awaited</source>
        <translation>In attesa del codice</translation>
    </message>
    <message>
        <source>At the Register</source>
        <translation>Presso il Registro</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Concluse</translation>
    </message>
    <message>
        <source>Reading the communications…</source>
        <translation>Lettura delle comunicazioni in corso…</translation>
    </message>
    <message>
        <source>Reading details of communications</source>
        <translation>Lettura dei dettagli delle comunicazioni</translation>
    </message>
    <message>
        <source>The code for {address} has come: the power of attorney can be signed now.</source>
        <translation>È arrivato il codice per {address}: ora si può firmare la procura.</translation>
    </message>
    <message>
        <source>{count} codes have come: the powers of attorney can be signed now.</source>
        <translation>Sono arrivati {count} codici: ora si possono firmare le procure.</translation>
    </message>
    <message>
        <source>{address} has been communicated to the Business Register.</source>
        <translation>{address} è stato comunicato al Registro Imprese.</translation>
    </message>
    <message>
        <source>{count} addresses have been communicated to the Business Register.</source>
        <translation>{count} indirizzi sono stati comunicati al Registro Imprese.</translation>
    </message>
    <message>
        <source>The communication of {address} has a new state: {state}.</source>
        <translation>La comunicazione di {address} ha un nuovo stato: {state}.</translation>
    </message>
    <message>
        <source>{count} communications have a new state.</source>
        <translation>{count} comunicazioni hanno un nuovo stato.</translation>
    </message>
    <message>
        <source>The power of attorney comes with the code. There is nothing to do until then.</source>
        <translation>La procura arriva con il codice. Fino ad allora non c&apos;è nulla da fare.</translation>
    </message>
    <message>
        <source>This may take some days. The service has no state for a refusal: if nothing moves for long, ask the service, or look into the Business Register.</source>
        <translation>Può richiedere alcuni giorni. Il servizio non ha uno stato per il rifiuto: se a lungo non cambia nulla, chiedere al servizio o consultare il Registro Imprese.</translation>
    </message>
    <message>
        <source>The service says that it is done. Whether the Chamber of Commerce objects later is not told here.</source>
        <translation>Secondo il servizio è conclusa. Eventuali rilievi successivi della Camera di commercio qui non compaiono.</translation>
    </message>
    <message>
        <source>The service&apos;s last list did not hold this communication any more. What is known of it stays here.</source>
        <translation>L&apos;ultimo elenco del servizio non conteneva più questa comunicazione. Quanto se ne sa resta qui.</translation>
    </message>
    <message>
        <source>This program does not know this state, which is shown as received. Ask the service what it means.</source>
        <translation>Il programma non conosce questo stato, mostrato così come ricevuto. Chiedere al servizio che cosa significa.</translation>
    </message>
    <message>
        <source>The outcome of an operation with this communication is not known: see the history. It is not sent again by itself.</source>
        <translation>L&apos;esito di un&apos;operazione su questa comunicazione non è noto: vedere la cronologia. Niente viene inviato di nuovo da solo.</translation>
    </message>
    <message>
        <source>Sign the saved file, unchanged, with the signing program of the office, as CAdES. That makes a .p7m file: drop it here.</source>
        <translation>Firmare il file salvato, senza modificarlo, con il programma di firma dello studio, in formato CAdES. Ne risulta un file .p7m: va trascinato qui.</translation>
    </message>
    <message>
        <source>The legal representative or an administrator; an accountant of roll A or B or a notary, who states so; not a mere delegate. For an administrator&apos;s own address the administrator signs as well, unless accountant or notary have a mandate. One file may bear several signatures. Chambers of Commerce differ: ask yours if in doubt.</source>
        <translation>Il legale rappresentante o un amministratore, oppure un commercialista (albo A o B) o un notaio che lo dichiari; non un semplice delegato. Per l&apos;indirizzo di un amministratore firma anche l&apos;amministratore, salvo mandato al commercialista o al notaio. Un file può portare più firme. Le Camere di commercio hanno prassi diverse: in caso di dubbio chiedere alla propria.</translation>
    </message>
    <message>
        <source>Sign it for practice</source>
        <translation>Firma per prova</translation>
    </message>
    <message>
        <source>Only in practice does the program sign by itself.</source>
        <translation>Il programma firma da sé soltanto in prova.</translation>
    </message>
    <message>
        <source>The power of attorney was sent on {moment}, and no answer tells whether it arrived. Look again first: once it is with the Business Register, it did.</source>
        <translation>La procura è stata inviata il {moment} e nessuna risposta dice se è arrivata. Prima ricontrollare: se risulta presso il Registro, è arrivata.</translation>
    </message>
    <message>
        <source>It has not arrived: send it again</source>
        <translation>Non è arrivata: inviala di nuovo</translation>
    </message>
    <message>
        <source>1 signature</source>
        <translation>1 firma</translation>
    </message>
    <message>
        <source>{count} signatures</source>
        <translation>{count} firme</translation>
    </message>
    <message>
        <source>one around the other</source>
        <translation>una dentro l&apos;altra</translation>
    </message>
    <message>
        <source>came as text, is sent as a plain .p7m</source>
        <translation>arrivato come testo, viene inviato come semplice .p7m</translation>
    </message>
    <message>
        <source>It holds exactly the power of attorney that was downloaded.</source>
        <translation>Contiene esattamente la procura scaricata.</translation>
    </message>
    <message>
        <source>Whose the signatures are and whether they are valid is not checked here. Sending costs nothing, as far as the service&apos;s documents tell.</source>
        <translation>Di chi siano le firme e se siano valide qui non viene controllato. L&apos;invio non costa nulla, per quanto risulta dai documenti del servizio.</translation>
    </message>
    <message>
        <source>These are several files. The Business Register wants one: drop the one .p7m that bears all signatures.</source>
        <translation>Sono più file. Il Registro Imprese ne vuole uno: trascinare l&apos;unico .p7m che porta tutte le firme.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Riepilogo</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>È tutto corretto?</translation>
    </message>
    <message>
        <source>This is exactly what will be sent to the Business Register&apos;s service.</source>
        <translation>È esattamente quanto verrà inviato al servizio per il Registro Imprese.</translation>
    </message>
    <message>
        <source>Take the data from one of your mailboxes</source>
        <translation>Prendi i dati da una delle caselle</translation>
    </message>
    <message>
        <source>Type an address or a holder…</source>
        <translation>Scrivi un indirizzo o un titolare…</translation>
    </message>
    <message>
        <source>Taken from the mailbox, with its holder.</source>
        <translation>Preso dalla casella, insieme al titolare.</translation>
    </message>
    <message>
        <source>The communication is being sent. This may take up to a minute.</source>
        <translation>Invio della comunicazione in corso. Può richiedere fino a un minuto.</translation>
    </message>
    <message>
        <source>The communication of {address} has begun</source>
        <translation>La comunicazione di {address} è avviata</translation>
    </message>
    <message>
        <source>It is done once the signed power of attorney has been sent and taken up.</source>
        <translation>È conclusa quando la procura firmata è stata inviata e presa in carico.</translation>
    </message>
    <message>
        <source>&amp;Show it in the list</source>
        <translation>&amp;Mostra nell&apos;elenco</translation>
    </message>
    <message>
        <source>The service asks the Business Register for it. The list shows when it is there.</source>
        <translation>Il servizio lo chiede al Registro Imprese. L&apos;elenco mostra quando è arrivato.</translation>
    </message>
    <message>
        <source>Save the power of attorney</source>
        <translation>Salvare la procura</translation>
    </message>
    <message>
        <source>It comes with the code, filled in with these data.</source>
        <translation>Arriva con il codice, compilata con questi dati.</translation>
    </message>
    <message>
        <source>Digitally, with the signing program of the office: as CAdES, which makes a .p7m file.</source>
        <translation>Digitalmente, con il programma di firma dello studio: in formato CAdES, che produce un file .p7m.</translation>
    </message>
    <message>
        <source>Drop the .p7m on the communication</source>
        <translation>Trascinare il .p7m sulla comunicazione</translation>
    </message>
    <message>
        <source>The program checks that it holds that very document, and sends it.</source>
        <translation>Il programma controlla che contenga proprio quel documento, e lo invia.</translation>
    </message>
    <message>
        <source>Communication to the Business Register</source>
        <translation>Comunicazione al Registro Imprese</translation>
    </message>
    <message>
        <source>&amp;Communicate</source>
        <translation>&amp;Comunica</translation>
    </message>
    <message>
        <source>Asking for the price, and whether the address is somebody&apos;s already…</source>
        <translation>Richiesta del prezzo e controllo dell&apos;indirizzo in corso…</translation>
    </message>
    <message>
        <source>A communication of {label} for this company was sent on {moment} and its outcome is not known: it may have begun and been paid already. Refresh the list of the Business Register and look for it before you send again.</source>
        <translation>Una comunicazione di {label} per questa impresa è stata inviata il {moment} e il suo esito non è noto: potrebbe essere già avviata e pagata. Aggiornare l&apos;elenco del Registro Imprese e cercarla prima di inviare di nuovo.</translation>
    </message>
    <message>
        <source>I have checked that it has not begun. Send again; it may be paid twice.</source>
        <translation>Ho controllato che non è avviata. Invia di nuovo; potrebbe essere pagata due volte.</translation>
    </message>
    <message>
        <source>This is exactly what will be sent.</source>
        <translation>È esattamente ciò che verrà inviato.</translation>
    </message>
    <message>
        <source>Activate a mailbox</source>
        <translation>Attiva una casella</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Modulo</translation>
    </message>
    <message>
        <source>The activation form</source>
        <translation>Il modulo di attivazione</translation>
    </message>
    <message>
        <source>The provider activates the mailbox once it has this form, signed.</source>
        <translation>Il gestore attiva la casella quando riceve questo modulo firmato.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>The papers that came back</source>
        <translation>I documenti restituiti</translation>
    </message>
    <message>
        <source>Add the signed form and the identity document, as PDF or photo. The program keeps its own copy and checks each of them.</source>
        <translation>Aggiungere il modulo firmato e il documento d&apos;identità, in PDF o foto. Il programma ne conserva una copia propria e li controlla.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Ready to be sent?</source>
        <translation>Pronti per l&apos;invio?</translation>
    </message>
    <message>
        <source>This is exactly what will be sent to the provider.</source>
        <translation>È esattamente ciò che verrà inviato al gestore.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>With the provider</source>
        <translation>In lavorazione presso il gestore</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Caselle</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>In uscita</translation>
    </message>
    <message>
        <source>To be finished</source>
        <translation>Da finire</translation>
    </message>
    <message>
        <source>No longer possible</source>
        <translation>Non più possibile</translation>
    </message>
    <message>
        <source>Changed since this was prepared: {what}.</source>
        <translation>Cambiato da quando è stata preparata: {what}.</translation>
    </message>
    <message>
        <source>The mailbox has changed since this was prepared.</source>
        <translation>La casella è cambiata da quando questa bozza è stata preparata.</translation>
    </message>
    <message>
        <source>Send what waits in the outbox</source>
        <translation>Inviare ciò che è in uscita</translation>
    </message>
    <message>
        <source>Send what waits: {count}</source>
        <translation>Da inviare: {count}</translation>
    </message>
    <message>
        <source>This is what goes out, one after the other in this order, each once. It can be stopped between two. One that is refused does not stop the rest.</source>
        <translation>Questo è ciò che parte, uno dopo l&apos;altro in quest&apos;ordine, ciascuno una volta sola. Ci si può fermare tra l&apos;uno e l&apos;altro. Un rifiuto non ferma gli altri.</translation>
    </message>
    <message>
        <source>Looking how they stand: {done} of {total}</source>
        <translation>Verifica dello stato in corso: {done} di {total}</translation>
    </message>
    <message>
        <source>Sending: {done} of {total}</source>
        <translation>Invio in corso: {done} di {total}</translation>
    </message>
    <message>
        <source>It stops after the present one: {done} of {total}</source>
        <translation>Si ferma dopo quello in corso: {done} di {total}</translation>
    </message>
    <message>
        <source>Left out: {why}</source>
        <translation>Escluso: {why}</translation>
    </message>
    <message>
        <source>Nothing of this can be sent now.</source>
        <translation>Nulla di questo può essere inviato ora.</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. All of it still waits, and one click sends it later; nothing is sent by itself.</source>
        <translation>Senza rete non si può inviare nulla. Tutto resta in uscita e si invia più tardi con un clic; nulla parte da solo.</translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. Free uploads are sent when it is back, as chosen in the preferences; all else waits for a click.</source>
        <translation>Senza rete non si può inviare nulla. Gli invii gratuiti partono quando torna, come scelto nelle preferenze; tutto il resto attende un clic.</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Invio in corso…</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bozza</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bozze</translation>
    </message>
    <message>
        <source>{paid} to be paid, {free} free</source>
        <translation>{paid} a pagamento, {free} gratuiti</translation>
    </message>
    <message>
        <source>Sending what waits in the outbox</source>
        <translation>Invio di ciò che è in uscita</translation>
    </message>
    <message>
        <source>&amp;Send {count}</source>
        <translation>&amp;Invia {count}</translation>
    </message>
    <message>
        <source>Sent: {done} of {total}</source>
        <translation>Inviati: {done} di {total}</translation>
    </message>
    <message>
        <source>Each stands in Activity. What the service did not accept is a draft again, with the reason; anything else that was not sent still waits.</source>
        <translation>Ogni invio è in Attività. Ciò che il servizio non ha accettato è di nuovo una bozza, con il motivo; il resto che non è partito attende ancora.</translation>
    </message>
    <message>
        <source>These were not confirmed</source>
        <translation>Questi non sono stati confermati</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Inviato</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non tentata</translation>
    </message>
    <message>
        <source>Not tried any more: {count}.</source>
        <translation>Non più tentate: {count}.</translation>
    </message>
    <message>
        <source>This draft was changed since it was shown.</source>
        <translation>Questa bozza è stata modificata dopo essere stata mostrata.</translation>
    </message>
    <message>
        <source>Look at it again, then send it.</source>
        <translation>Ricontrollarla, poi inviarla.</translation>
    </message>
    <message>
        <source>The documents of {address} were sent.</source>
        <translation>I documenti di {address} sono stati inviati.</translation>
    </message>
    <message>
        <source>The documents of {count} drafts were sent.</source>
        <translation>Sono stati inviati i documenti di {count} bozze.</translation>
    </message>
    <message>
        <source>The documents of {address} could not be sent: see Drafts.</source>
        <translation>I documenti di {address} non sono stati inviati: vedere le bozze.</translation>
    </message>
    <message>
        <source>The documents of {count} drafts could not be sent: see Drafts.</source>
        <translation>I documenti di {count} bozze non sono stati inviati: vedere le bozze.</translation>
    </message>
    <message>
        <source>Free uploads that wait in the outbox</source>
        <translation>Invii gratuiti in uscita</translation>
    </message>
    <message>
        <source>Wait for a click</source>
        <translation>Attendono un clic</translation>
    </message>
    <message>
        <source>Are sent when the network is back</source>
        <translation>Partono quando torna la rete</translation>
    </message>
    <message>
        <source>Documents for an activation and signed powers of attorney, if nothing about them should be looked at again. A payment is never sent by itself.</source>
        <translation>Documenti di attivazione e procure firmate, se non c&apos;è nulla da ricontrollare. Un pagamento non parte mai da solo.</translation>
    </message>
    <message>
        <source>Nothing can be sent now. The papers wait in the outbox, and one click sends them later; nothing is sent by itself.</source>
        <translation>Ora non si può inviare nulla. I documenti restano in uscita e si inviano più tardi con un clic; nulla parte da solo.</translation>
    </message>
    <message>
        <source>Nothing can be sent now. The papers wait in the outbox and are sent when the network is back, as chosen in the preferences.</source>
        <translation>Ora non si può inviare nulla. I documenti restano in uscita e partono quando torna la rete, come scelto nelle preferenze.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Attività</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation>Studio di prova</translation>
    </message>
    <message>
        <source>Real mailboxes and real money: what you do here counts.</source>
        <translation>Caselle reali e denaro reale: ciò che si fa qui conta.</translation>
    </message>
    <message>
        <source>The provider&apos;s sandbox: test mailboxes, nothing is real.</source>
        <translation>La sandbox del gestore: caselle di prova, nulla è reale.</translation>
    </message>
    <message>
        <source>An invented office on this computer: nothing leaves it and nothing is paid.</source>
        <translation>Uno studio inventato su questo computer: nulla ne esce e nulla si paga.</translation>
    </message>
    <message>
        <source>A server of your own choice; what is real there you know best.</source>
        <translation>Un server a scelta: che cosa vi sia di reale dipende da chi lo gestisce.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Italiano</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>The program speaks it from its next start on.</source>
        <translation>Vale dal prossimo avvio del programma.</translation>
    </message>
    <message>
        <source>Refresh of the list</source>
        <translation>Aggiornamento dell&apos;elenco</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Ogni minuto</translation>
    </message>
    <message>
        <source>Every five minutes</source>
        <translation>Ogni cinque minuti</translation>
    </message>
    <message>
        <source>Every quarter of an hour</source>
        <translation>Ogni quarto d&apos;ora</translation>
    </message>
    <message>
        <source>Every half hour</source>
        <translation>Ogni mezz&apos;ora</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Ogni ora</translation>
    </message>
    <message>
        <source>It happens by itself, and never where reading costs; F5 does it at once.</source>
        <translation>Avviene da sé, e mai dove leggere costa; F5 aggiorna subito.</translation>
    </message>
    <message>
        <source>Refresh where the price of reading is not known</source>
        <translation>Aggiornamento dove non si sa quanto costa leggere</translation>
    </message>
    <message>
        <source>Only when asked for</source>
        <translation>Solo su richiesta</translation>
    </message>
    <message>
        <source>By itself too</source>
        <translation>Anche in automatico</translation>
    </message>
    <message>
        <source>Some accounts tell no prices. The vendor&apos;s documents name none for reading, but do not say either that it is free. What was sent is followed all the same.</source>
        <translation>Alcuni account non comunicano i prezzi. I documenti del fornitore non ne indicano per la lettura, ma nemmeno dicono che sia gratuita. Ciò che è stato inviato viene seguito comunque.</translation>
    </message>
    <message>
        <source>Messages of the system</source>
        <translation>Messaggi del sistema</translation>
    </message>
    <message>
        <source>While you work in another program</source>
        <translation>Mentre si lavora in un altro programma</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>They tell what the provider has done and hold nothing but addresses.</source>
        <translation>Dicono che cosa ha fatto il gestore e non contengono altro che indirizzi.</translation>
    </message>
    <message>
        <source>Refreshed only with F5: this account does not tell what reading costs</source>
        <translation>Aggiornamento solo con F5: l&apos;account non comunica quanto costa leggere</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Un altro valore</translation>
    </message>
    <message>
        <source>Reading the list of mailboxes…</source>
        <translation>Lettura dell&apos;elenco delle caselle…</translation>
    </message>
    <message>
        <source>Reading details</source>
        <translation>Lettura dei dettagli</translation>
    </message>
    <message>
        <source>{address} is active.</source>
        <translation>{address} è attiva.</translation>
    </message>
    <message>
        <source>{count} mailboxes are active now.</source>
        <translation>Ora {count} caselle sono attive.</translation>
    </message>
    <message>
        <source>The provider refused the documents of {address}.</source>
        <translation>Il gestore ha rifiutato i documenti di {address}.</translation>
    </message>
    <message>
        <source>The provider refused the documents of {count} mailboxes.</source>
        <translation>Il gestore ha rifiutato i documenti di {count} caselle.</translation>
    </message>
    <message>
        <source>{address} has a new state: {state}.</source>
        <translation>{address} ha un nuovo stato: {state}.</translation>
    </message>
    <message>
        <source>{count} mailboxes have a new state.</source>
        <translation>{count} caselle hanno un nuovo stato.</translation>
    </message>
    <message>
        <source>Only files on this computer can be dropped here. Save it first, then drop the file.</source>
        <translation>Qui si possono trascinare solo file di questo computer. Salvare prima il file, poi trascinarlo.</translation>
    </message>
    <message>
        <source>What was said of a new version does not come from those who make this program.</source>
        <translation>L&apos;annuncio di una nuova versione non proviene da chi realizza questo programma.</translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation>Nome del token</translation>
    </message>
    <message>
        <source>Days it is good for</source>
        <translation>Giorni di validità</translation>
    </message>
    <message>
        <source>A year at most.</source>
        <translation>Al massimo un anno.</translation>
    </message>
    <message>
        <source>It may spend at most (EUR)</source>
        <translation>Spesa massima (EUR)</translation>
    </message>
    <message>
        <source>Paid requests at most</source>
        <translation>Richieste a pagamento al massimo</translation>
    </message>
    <message>
        <source>Requests at most</source>
        <translation>Richieste al massimo</translation>
    </message>
    <message>
        <source>See mailboxes, download forms, renew</source>
        <translation>Vedere le caselle, scaricare i moduli, rinnovare</translation>
    </message>
    <message>
        <source>Renewing costs money: the service does not tell the two apart.</source>
        <translation>Il rinnovo si paga: il servizio non distingue le due cose.</translation>
    </message>
    <message>
        <source>Register mailboxes, add users</source>
        <translation>Registrare caselle, aggiungere utenti</translation>
    </message>
    <message>
        <source>Activate, add space, change type, preservation</source>
        <translation>Attivare, aggiungere spazio, cambiare tipo, conservazione</translation>
    </message>
    <message>
        <source>Revoke mailboxes</source>
        <translation>Revocare caselle</translation>
    </message>
    <message>
        <source>Ask whether an address is free</source>
        <translation>Chiedere se un indirizzo è libero</translation>
    </message>
    <message>
        <source>Check domains</source>
        <translation>Verificare domini</translation>
    </message>
    <message>
        <source>See communications to the Business Register</source>
        <translation>Vedere le comunicazioni al Registro Imprese</translation>
    </message>
    <message>
        <source>Start communications</source>
        <translation>Avviare comunicazioni</translation>
    </message>
    <message>
        <source>Send powers of attorney</source>
        <translation>Inviare procure</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>Scegliere almeno un permesso.</translation>
    </message>
    <message>
        <source>For this the account&apos;s e-mail and API key are needed.</source>
        <translation>Servono l&apos;e-mail e la chiave API dell&apos;account.</translation>
    </message>
    <message>
        <source>Connect the account with e-mail and API key.</source>
        <translation>Collegare l&apos;account con e-mail e chiave API.</translation>
    </message>
    <message>
        <source>This is the token that the program itself uses.</source>
        <translation>È il token usato dal programma stesso.</translation>
    </message>
    <message>
        <source>Connect the account with another token first.</source>
        <translation>Collegare prima l&apos;account con un altro token.</translation>
    </message>
    <message>
        <source>The access token in use does not belong to this e-mail and API key.</source>
        <translation>Il token di accesso in uso non appartiene a questa e-mail e chiave API.</translation>
    </message>
    <message>
        <source>Take the key of the account that the token is of; Production and Sandbox have a key each.</source>
        <translation>Usare la chiave dell&apos;account a cui appartiene il token; Produzione e Sandbox hanno ciascuna la propria.</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Portafoglio</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Token di accesso</translation>
    </message>
    <message>
        <source>Permissions and prices</source>
        <translation>Permessi e prezzi</translation>
    </message>
    <message>
        <source>Own price list</source>
        <translation>Listino dello studio</translation>
    </message>
    <message>
        <source>The token is being renewed…</source>
        <translation>Rinnovo del token in corso…</translation>
    </message>
    <message>
        <source>The token is being tried and kept. The system may ask you to allow it.</source>
        <translation>Prova e salvataggio del token in corso. Il sistema può chiedere di consentirlo.</translation>
    </message>
    <message>
        <source>The token is being deleted…</source>
        <translation>Eliminazione del token in corso…</translation>
    </message>
    <message>
        <source>The access ends in {days} days</source>
        <translation>L&apos;accesso scade tra {days} giorni</translation>
    </message>
    <message>
        <source>The access ends within a day</source>
        <translation>L&apos;accesso scade entro un giorno</translation>
    </message>
    <message>
        <source>The access has ended</source>
        <translation>L&apos;accesso è scaduto</translation>
    </message>
    <message>
        <source>This program&apos;s access token expires, and then nothing can be read or sent any more. Renewing costs nothing.</source>
        <translation>Alla scadenza del token di accesso del programma non si può più leggere né inviare nulla. Il rinnovo non costa nulla.</translation>
    </message>
    <message>
        <source>{count} paid requests</source>
        <translation>{count} richieste a pagamento</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} richieste</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>abilitato</translation>
    </message>
    <message>
        <source>not enabled</source>
        <translation>non abilitato</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>gratuito</translation>
    </message>
    <message>
        <source>identity document</source>
        <translation>documento d&apos;identità</translation>
    </message>
    <message>
        <source>general contract</source>
        <translation>contratto generale</translation>
    </message>
    <message>
        <source>{what}: given</source>
        <translation>{what}: presente</translation>
    </message>
    <message>
        <source>{what}: missing</source>
        <translation>{what}: mancante</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>Indirizzo di callback</translation>
    </message>
    <message>
        <source>A server of your own that the vendor calls when something changes. It cannot be changed later.</source>
        <translation>Un proprio server che il fornitore chiama quando qualcosa cambia. Non si può modificare in seguito.</translation>
    </message>
    <message>
        <source>Callback method</source>
        <translation>Metodo di callback</translation>
    </message>
    <message>
        <source>Form (POST)</source>
        <translation>Modulo (POST)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Callback field</source>
        <translation>Campo di callback</translation>
    </message>
    <message>
        <source>The name of the parameter that holds the data; without one it is “data”.</source>
        <translation>Il nome del parametro che contiene i dati; se manca è “data”.</translation>
    </message>
    <message>
        <source>Data for the callback</source>
        <translation>Dati per il callback</translation>
    </message>
    <message>
        <source>A JSON object that comes back with every call.</source>
        <translation>Un oggetto JSON che torna con ogni chiamata.</translation>
    </message>
    <message>
        <source>This is not the address of a server (http or https).</source>
        <translation>Questo non è l&apos;indirizzo di un server (http o https).</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>Questo non è un oggetto JSON.</translation>
    </message>
    <message>
        <source>This is not the name of a domain.</source>
        <translation>Questo non è il nome di un dominio.</translation>
    </message>
    <message>
        <source>Type it like pec.example.it.</source>
        <translation>Scriverlo come pec.example.it.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Is this address still free?</source>
        <translation>L&apos;indirizzo è ancora libero?</translation>
    </message>
    <message>
        <source>Is this a certified domain?</source>
        <translation>Il dominio è certificato?</translation>
    </message>
    <message>
        <source>Each question costs: {price}.</source>
        <translation>Ogni verifica costa: {price}.</translation>
    </message>
    <message>
        <source>This address is already taken.</source>
        <translation>Questo indirizzo è già occupato.</translation>
    </message>
    <message>
        <source>Without the network it cannot be told whether this address is free.</source>
        <translation>Senza rete non si può sapere se l&apos;indirizzo è libero.</translation>
    </message>
    <message>
        <source>The service did not say whether this address is free.</source>
        <translation>Il servizio non ha detto se l&apos;indirizzo è libero.</translation>
    </message>
    <message>
        <source>{domain} is a certified domain.</source>
        <translation>{domain} è un dominio certificato.</translation>
    </message>
    <message>
        <source>{domain} is not known as a certified domain.</source>
        <translation>{domain} non risulta tra i domini certificati.</translation>
    </message>
    <message>
        <source>The domain is being checked…</source>
        <translation>Verifica del dominio in corso…</translation>
    </message>
    <message>
        <source>A check costs: {price}. The credit is not known.</source>
        <translation>Costo di una verifica: {price}. Credito non noto.</translation>
    </message>
    <message>
        <source>A check costs: {price}. Credit now: {credit}.</source>
        <translation>Costo di una verifica: {price}. Credito attuale: {credit}.</translation>
    </message>
    <message>
        <source>Type the name of a domain first.</source>
        <translation>Scrivere prima il nome di un dominio.</translation>
    </message>
    <message>
        <source>This domain was checked just now. Change it to check another one.</source>
        <translation>Questo dominio è stato verificato poco fa. Per verificarne un altro, modificarlo.</translation>
    </message>
    <message>
        <source>This domain was checked before without an answer: decide above first.</source>
        <translation>Questo dominio è già stato verificato senza avere risposta: decidere prima qui sopra.</translation>
    </message>
    <message>
        <source>{label} was checked on {moment} and the answer got lost: the check may have been paid already. To have the answer it must be checked again.</source>
        <translation>{label} è stato verificato il {moment} e la risposta è andata persa: la verifica potrebbe essere già stata pagata. Per avere la risposta va verificato di nuovo.</translation>
    </message>
    <message>
        <source>Check it again; it may be paid twice.</source>
        <translation>Verificare di nuovo: il costo potrebbe essere addebitato due volte.</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>Verifica &amp;dominio</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libero</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>occupato</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>certificato</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>non certificato</translation>
    </message>
    <message>
        <source>Standard, a year</source>
        <translation>Standard, un anno</translation>
    </message>
    <message>
        <source>Bronze, a year</source>
        <translation>Bronze, un anno</translation>
    </message>
    <message>
        <source>Silver, a year</source>
        <translation>Silver, un anno</translation>
    </message>
    <message>
        <source>Gold, a year</source>
        <translation>Gold, un anno</translation>
    </message>
    <message>
        <source>Domicilio Digitale, a year</source>
        <translation>Domicilio Digitale, un anno</translation>
    </message>
    <message>
        <source>Pec Massiva, a year</source>
        <translation>Pec Massiva, un anno</translation>
    </message>
    <message>
        <source>Mailbox space, 1024 MB</source>
        <translation>Spazio della casella, 1024 MB</translation>
    </message>
    <message>
        <source>Security archive, 1024 MB</source>
        <translation>Archivio di sicurezza, 1024 MB</translation>
    </message>
    <message>
        <source>Legal preservation, 512 MB</source>
        <translation>Conservazione a norma, 512 MB</translation>
    </message>
    <message>
        <source>An additional user</source>
        <translation>Un utente aggiuntivo</translation>
    </message>
    <message>
        <source>A communication to the Business Register</source>
        <translation>Una comunicazione al Registro Imprese</translation>
    </message>
    <message>
        <source>A domain check</source>
        <translation>Una verifica di dominio</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Fiscal code or VAT number of the holder</source>
        <translation>Codice fiscale o partita IVA del titolare</translation>
    </message>
    <message>
        <source>First name of the applicant</source>
        <translation>Nome del richiedente</translation>
    </message>
    <message>
        <source>Surname of the applicant</source>
        <translation>Cognome del richiedente</translation>
    </message>
    <message>
        <source>Fiscal code of the applicant</source>
        <translation>Codice fiscale del richiedente</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Scadenza</translation>
    </message>
    <message>
        <source>Automatic renewal</source>
        <translation>Rinnovo automatico</translation>
    </message>
    <message>
        <source>Mailbox (MB)</source>
        <translation>Casella (MB)</translation>
    </message>
    <message>
        <source>Security archive (MB)</source>
        <translation>Archivio di sicurezza (MB)</translation>
    </message>
    <message>
        <source>Legal preservation (MB)</source>
        <translation>Conservazione a norma (MB)</translation>
    </message>
    <message>
        <source>Additional users</source>
        <translation>Utenti aggiuntivi</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Amount (EUR without IVA)</source>
        <translation>Importo (EUR senza IVA)</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Riferimento</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Scadenza</translation>
    </message>
    <message>
        <source>Security archive</source>
        <translation>Archivio di sicurezza</translation>
    </message>
    <message>
        <source>Documents at the provider</source>
        <translation>Documenti presso il gestore</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Ultima modifica</translation>
    </message>
    <message>
        <source>Mailboxes with this address</source>
        <translation>Caselle con questo indirizzo</translation>
    </message>
    <message>
        <source>Communications of this address</source>
        <translation>Comunicazioni di questo indirizzo</translation>
    </message>
    <message>
        <source>Renew a mailbox</source>
        <translation>Rinnovare una casella</translation>
    </message>
    <message>
        <source>For how many years?</source>
        <translation>Per quanti anni?</translation>
    </message>
    <message>
        <source>Renew and pay?</source>
        <translation>Rinnovare e pagare?</translation>
    </message>
    <message>
        <source>More space for a mailbox</source>
        <translation>Più spazio per una casella</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>How much more space?</source>
        <translation>Quanto spazio in più?</translation>
    </message>
    <message>
        <source>Space can be enlarged, never made smaller again. Leave empty what shall stay.</source>
        <translation>Lo spazio si può ampliare, mai ridurre. Lasciare vuoto ciò che deve restare com&apos;è.</translation>
    </message>
    <message>
        <source>Enlarge and pay?</source>
        <translation>Ampliare e pagare?</translation>
    </message>
    <message>
        <source>Change the type of a mailbox</source>
        <translation>Cambiare il tipo di una casella</translation>
    </message>
    <message>
        <source>Which type?</source>
        <translation>Quale tipo?</translation>
    </message>
    <message>
        <source>A mailbox can be changed to a higher type, never back. Much is not documented, and is said to be so.</source>
        <translation>Una casella può passare a un tipo superiore, mai tornare indietro. Molto non è documentato, e qui è detto.</translation>
    </message>
    <message>
        <source>Change the type and pay?</source>
        <translation>Cambiare il tipo e pagare?</translation>
    </message>
    <message>
        <source>Additional user of a mailbox</source>
        <translation>Utente aggiuntivo di una casella</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utente</translation>
    </message>
    <message>
        <source>Who else uses the mailbox?</source>
        <translation>Chi altro usa la casella?</translation>
    </message>
    <message>
        <source>Add the user and pay?</source>
        <translation>Aggiungere l&apos;utente e pagare?</translation>
    </message>
    <message>
        <source>Revoke a mailbox</source>
        <translation>Revocare una casella</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Conseguenze</translation>
    </message>
    <message>
        <source>Revoke this mailbox?</source>
        <translation>Revocare questa casella?</translation>
    </message>
    <message>
        <source>Read what it means, then type the address: so no other mailbox is meant.</source>
        <translation>Leggere che cosa comporta, poi scrivere l&apos;indirizzo: così non si scambia con un&apos;altra casella.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocare</translation>
    </message>
    <message>
        <source>Revoke it now?</source>
        <translation>Revocarla ora?</translation>
    </message>
    <message>
        <source>The last button revokes the mailbox at once. There is no undo.</source>
        <translation>L&apos;ultimo pulsante revoca subito la casella. Non si può annullare.</translation>
    </message>
    <message>
        <source>Reading how the mailbox stands…</source>
        <translation>Lettura dello stato della casella in corso…</translation>
    </message>
    <message>
        <source>The change is being sent. This may take up to a minute.</source>
        <translation>Invio della modifica in corso. Può richiedere fino a un minuto.</translation>
    </message>
    <message>
        <source>What is different now</source>
        <translation>Che cosa è cambiato</translation>
    </message>
    <message>
        <source>Expires now</source>
        <translation>Scadenza attuale</translation>
    </message>
    <message>
        <source>Expires afterwards</source>
        <translation>Scadenza dopo il rinnovo</translation>
    </message>
    <message>
        <source>1 year more</source>
        <translation>1 anno in più</translation>
    </message>
    <message>
        <source>{count} years more</source>
        <translation>{count} anni in più</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>non documentato</translation>
    </message>
    <message>
        <source>This mailbox is revoked: a renewal activates it again. From which day the years count is documented nowhere.</source>
        <translation>Questa casella è revocata: il rinnovo la riattiva. Da quale giorno si contino gli anni non è documentato.</translation>
    </message>
    <message>
        <source>This mailbox has expired. From which day the years of a renewal count is documented nowhere.</source>
        <translation>Questa casella è scaduta. Da quale giorno si contino gli anni di un rinnovo non è documentato.</translation>
    </message>
    <message>
        <source>The provider renews this mailbox at its expiry by itself, from the credit. A renewal now comes on top of that.</source>
        <translation>Alla scadenza il gestore rinnova questa casella da sé, usando il credito. Un rinnovo ora si aggiunge a quello.</translation>
    </message>
    <message>
        <source>Renew several mailboxes</source>
        <translation>Rinnovare più caselle</translation>
    </message>
    <message>
        <source>Register several mailboxes</source>
        <translation>Registrare più caselle</translation>
    </message>
    <message>
        <source>More space for several mailboxes</source>
        <translation>Più spazio per più caselle</translation>
    </message>
    <message>
        <source>Additional users for several mailboxes</source>
        <translation>Utenti aggiuntivi per più caselle</translation>
    </message>
    <message>
        <source>Many from a table</source>
        <translation>Molte da una tabella</translation>
    </message>
    <message>
        <source>Renew {count} mailboxes</source>
        <translation>Rinnovare {count} caselle</translation>
    </message>
    <message>
        <source>{count} mailboxes</source>
        <translation>{count} caselle</translation>
    </message>
    <message>
        <source>Accept codes whose check digit is wrong, this time</source>
        <translation>Accettare per questa volta i codici con il carattere di controllo errato</translation>
    </message>
    <message>
        <source>&amp;Renew {count} mailboxes</source>
        <translation>Ri&amp;nnova {count} caselle</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Dopo</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Rinnovata</translation>
    </message>
    <message>
        <source>Legal preservation is not active; it has a form of its own.</source>
        <translation>La conservazione a norma non è attiva; ha un modulo a parte.</translation>
    </message>
    <message>
        <source>Nothing will be sent yet.</source>
        <translation>Per ora non verrà inviato nulla.</translation>
    </message>
    <message>
        <source>Will be sent: {request}</source>
        <translation>Verrà inviato: {request}</translation>
    </message>
    <message>
        <source>Type now</source>
        <translation>Tipo attuale</translation>
    </message>
    <message>
        <source>Type afterwards</source>
        <translation>Tipo dopo il cambio</translation>
    </message>
    <message>
        <source>{type} (now)</source>
        <translation>{type} (attuale)</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un anno</translation>
    </message>
    <message>
        <source>Electronic invoices</source>
        <translation>Fatture elettroniche</translation>
    </message>
    <message>
        <source>Change to it</source>
        <translation>Passaggio a questo tipo</translation>
    </message>
    <message>
        <source>recognised and shown readably</source>
        <translation>riconosciute e rese leggibili</translation>
    </message>
    <message>
        <source>documented</source>
        <translation>documentato</translation>
    </message>
    <message>
        <source>{count} of {most} additional users</source>
        <translation>{count} utenti aggiuntivi su {most}</translation>
    </message>
    <message>
        <source>user ID {userid}</source>
        <translation>ID utente {userid}</translation>
    </message>
    <message>
        <source>The service has no way to remove a user or to change one. If that is needed, ask the vendor&apos;s support.</source>
        <translation>Il servizio non permette di rimuovere né di modificare un utente. Se occorre, rivolgersi all&apos;assistenza del fornitore.</translation>
    </message>
    <message>
        <source>The mailbox is no longer active</source>
        <translation>La casella non è più attiva</translation>
    </message>
    <message>
        <source>Expect that it receives nothing from this moment on. What becomes of the messages in it is documented nowhere: save before what is still needed.</source>
        <translation>Va messo in conto che da quel momento non riceva più nulla. Che cosa accada ai messaggi contenuti non è documentato: salvare prima ciò che serve ancora.</translation>
    </message>
    <message>
        <source>Only a renewal may bring it back</source>
        <translation>Solo un rinnovo può ripristinarla</translation>
    </message>
    <message>
        <source>A paid renewal activates a revoked mailbox again. For how long that is possible is documented nowhere.</source>
        <translation>Un rinnovo, a pagamento, riattiva una casella revocata. Per quanto tempo sia possibile non è documentato.</translation>
    </message>
    <message>
        <source>The address stays with its holder</source>
        <translation>L&apos;indirizzo resta al titolare</translation>
    </message>
    <message>
        <source>By a rule of AgID a lapsed address can be taken again only by the same holder, with the same fiscal code or VAT number.</source>
        <translation>Per una regola AgID un indirizzo cessato può essere ripreso solo dallo stesso titolare, con lo stesso codice fiscale o la stessa partita IVA.</translation>
    </message>
    <message>
        <source>Is it in the Business Register?</source>
        <translation>È nel Registro Imprese?</translation>
    </message>
    <message>
        <source>A company needs a valid address there, and the Chamber can fine one that has none. Communicate another one before.</source>
        <translation>Lì un&apos;impresa deve avere un indirizzo valido, e la Camera può sanzionare chi non lo ha. Comunicarne prima un altro.</translation>
    </message>
    <message>
        <source>Nothing is known of money given back</source>
        <translation>Di rimborsi non si sa nulla</translation>
    </message>
    <message>
        <source>No text of the vendor says that the rest of a paid year is returned.</source>
        <translation>Nessun testo del fornitore dice che il resto di un anno pagato venga restituito.</translation>
    </message>
    <message>
        <source>Renewal of a certified mailbox</source>
        <translation>Rinnovo di una casella PEC</translation>
    </message>
    <message>
        <source>More space for a certified mailbox</source>
        <translation>Più spazio per una casella PEC</translation>
    </message>
    <message>
        <source>Change to a higher type</source>
        <translation>Passaggio a un tipo superiore</translation>
    </message>
    <message>
        <source>Revocation of a certified mailbox</source>
        <translation>Revoca di una casella PEC</translation>
    </message>
    <message>
        <source>Nothing is charged for a revocation, as far as the provider&apos;s documents tell.</source>
        <translation>Secondo la documentazione del gestore la revoca non comporta addebiti.</translation>
    </message>
    <message>
        <source>Looking for earlier attempts…</source>
        <translation>Ricerca di tentativi precedenti in corso…</translation>
    </message>
    <message>
        <source>A revocation of {label} was sent on {moment} and its outcome is not known: it may have been carried out already. Look at the mailbox before you send again.</source>
        <translation>Una revoca di {label} è stata inviata il {moment} e il suo esito è sconosciuto: potrebbe essere già stata eseguita. Prima di inviare di nuovo, controllare la casella.</translation>
    </message>
    <message>
        <source>I have checked that it was not carried out. Send again.</source>
        <translation>Verificato: non è stata eseguita. Inviare di nuovo.</translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation>Ri&amp;nnova</translation>
    </message>
    <message>
        <source>&amp;Enlarge</source>
        <translation>A&amp;mplia</translation>
    </message>
    <message>
        <source>Change the t&amp;ype</source>
        <translation>Ca&amp;mbia il tipo</translation>
    </message>
    <message>
        <source>&amp;Add the user</source>
        <translation>A&amp;ggiungi l&apos;utente</translation>
    </message>
    <message>
        <source>&amp;Revoke {address}</source>
        <translation>R&amp;evoca {address}</translation>
    </message>
    <message>
        <source>Renewed until {day}</source>
        <translation>Rinnovata fino al {day}</translation>
    </message>
    <message>
        <source>The renewal and its price stand in Activity.</source>
        <translation>Il rinnovo e il suo prezzo sono in Attività.</translation>
    </message>
    <message>
        <source>The mailbox has more space</source>
        <translation>La casella ha più spazio</translation>
    </message>
    <message>
        <source>The change and its price stand in Activity.</source>
        <translation>La modifica e il suo prezzo sono in Attività.</translation>
    </message>
    <message>
        <source>The mailbox is of the type {type} now</source>
        <translation>La casella è ora di tipo {type}</translation>
    </message>
    <message>
        <source>{user} was added</source>
        <translation>Utente aggiunto: {user}</translation>
    </message>
    <message>
        <source>The provider has given the user this ID; the messages about the password go to the e-mail of the user.</source>
        <translation>Il gestore ha assegnato all&apos;utente questo ID; i messaggi sulla password arrivano all&apos;e-mail dell&apos;utente.</translation>
    </message>
    <message>
        <source>The mailbox is revoked</source>
        <translation>La casella è revocata</translation>
    </message>
    <message>
        <source>The revocation stands in Activity. What is known of the mailbox stays here.</source>
        <translation>La revoca è in Attività. Ciò che si sa della casella resta qui.</translation>
    </message>
    <message>
        <source>The service has confirmed the change, but its answer shows nothing different yet. Look at the mailbox again in some minutes.</source>
        <translation>Il servizio ha confermato la modifica, ma la sua risposta non mostra ancora differenze. Ricontrollare la casella tra qualche minuto.</translation>
    </message>
    <message>
        <source>Changed outside this program</source>
        <translation>Modificata fuori da questo programma</translation>
    </message>
    <message>
        <source>Renewed by the provider</source>
        <translation>Rinnovata dal gestore</translation>
    </message>
    <message>
        <source>Legal preservation active</source>
        <translation>Conservazione a norma attiva</translation>
    </message>
    <message>
        <source>Space of the mailbox</source>
        <translation>Spazio della casella</translation>
    </message>
    <message>
        <source>Space of the security archive</source>
        <translation>Spazio dell&apos;archivio di sicurezza</translation>
    </message>
    <message>
        <source>Space of the legal preservation</source>
        <translation>Spazio della conservazione a norma</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nuovo utente</translation>
    </message>
    <message>
        <source>Documents of the activation</source>
        <translation>Documenti di attivazione</translation>
    </message>
    <message>
        <source>Documents of the legal preservation</source>
        <translation>Documenti della conservazione a norma</translation>
    </message>
    <message>
        <source>Revoked on</source>
        <translation>Revocata il</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 in più</translation>
    </message>
    <message>
        <source>1 more, {email}</source>
        <translation>1 in più, {email}</translation>
    </message>
    <message>
        <source>{count}, of another type</source>
        <translation>{count}, di un altro tipo</translation>
    </message>
    <message>
        <source>Nothing was taken from the credit since.</source>
        <translation>Da allora nulla è stato prelevato dal credito.</translation>
    </message>
    <message>
        <source>Taken from the credit since: {amounts}</source>
        <translation>Prelevato dal credito da allora: {amounts}</translation>
    </message>
    <message>
        <source>Of this amount, and not explained by anything else sent from here: {count}</source>
        <translation>Di questo importo, e non spiegato da altro che sia stato inviato da qui: {count}</translation>
    </message>
    <message>
        <source>What was taken from the credit is not known.</source>
        <translation>Non si sa che cosa sia stato prelevato dal credito.</translation>
    </message>
    <message>
        <source>Nobody has looked yet what became of it.</source>
        <translation>Nessuno ha ancora guardato che cosa ne è stato.</translation>
    </message>
    <message>
        <source>Nothing of it can be seen so far. A slow service may still carry it out, so that the program looks again.</source>
        <translation>Finora non se ne vede nulla. Un servizio lento può ancora eseguirla, perciò il programma guarda di nuovo.</translation>
    </message>
    <message>
        <source>What can be seen does not tell whether it was carried out.</source>
        <translation>Ciò che si vede non dice se l&apos;operazione sia stata eseguita.</translation>
    </message>
    <message>
        <source>{address} – {state}: it was carried out, although no answer came.</source>
        <translation>{address} – {state}: operazione eseguita, anche se la risposta non è arrivata.</translation>
    </message>
    <message>
        <source>Carried out, although no answer came: {count} operations.</source>
        <translation>Eseguite, anche se la risposta non è arrivata: {count} operazioni.</translation>
    </message>
    <message>
        <source>{address} – {state}: it was not carried out and may be sent again.</source>
        <translation>{address} – {state}: operazione non eseguita, si può inviare di nuovo.</translation>
    </message>
    <message>
        <source>Not carried out, and may be sent again: {count} operations.</source>
        <translation>Non eseguite, si possono inviare di nuovo: {count} operazioni.</translation>
    </message>
    <message>
        <source>This is older than the archive</source>
        <translation>Esisteva prima dell&apos;archivio</translation>
    </message>
    <message>
        <source>The archive on this computer is new, or was restored, and does not know what was sent for it before. Make sure that the same was not paid already.</source>
        <translation>L&apos;archivio su questo computer è nuovo, o è stato ripristinato, e non sa che cosa sia stato inviato prima. Accertarsi che la stessa cosa non sia già stata pagata.</translation>
    </message>
    <message>
        <source>It was carried out already</source>
        <translation>È già stata eseguita</translation>
    </message>
    <message>
        <source>What was sent before was carried out, although no answer came. Nothing needs to be sent again; this window can be closed.</source>
        <translation>Ciò che era stato inviato è stato eseguito, anche se la risposta non è arrivata. Non serve inviare di nuovo; questa finestra si può chiudere.</translation>
    </message>
    <message>
        <source>What can be seen does not tell whether it was carried out. Activity shows it and takes the decision.</source>
        <translation>Ciò che si vede non dice se l&apos;operazione sia stata eseguita. Attività lo mostra e raccoglie la decisione.</translation>
    </message>
    <message>
        <source>Looking what became of it…</source>
        <translation>Verifica di che cosa ne è stato in corso…</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Da fare</translation>
    </message>
    <message>
        <source>Fiscal code</source>
        <translation>Codice fiscale</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutte</translation>
    </message>
    <message>
        <source>To activate</source>
        <translation>Da attivare</translation>
    </message>
    <message>
        <source>In process</source>
        <translation>In lavorazione</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>In scadenza</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Attive</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Cessate</translation>
    </message>
    <message>
        <source>Other states</source>
        <translation>Altri stati</translation>
    </message>
    <message>
        <source>No longer listed</source>
        <translation>Non più in elenco</translation>
    </message>
    <message>
        <source>mailboxes</source>
        <translation>caselle</translation>
    </message>
    <message>
        <source>Export mailboxes: {count}</source>
        <translation>Esporta caselle: {count}</translation>
    </message>
    <message>
        <source>Export selected mailboxes: {count}</source>
        <translation>Esporta le caselle selezionate: {count}</translation>
    </message>
    <message>
        <source>Exported to {name}. Mailboxes: {count}</source>
        <translation>Esportazione in {name}. Caselle: {count}</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>attività</translation>
    </message>
    <message>
        <source>Export operations: {count}</source>
        <translation>Esporta operazioni: {count}</translation>
    </message>
    <message>
        <source>Export selected operations: {count}</source>
        <translation>Esporta le operazioni selezionate: {count}</translation>
    </message>
    <message>
        <source>Exported to {name}. Operations: {count}</source>
        <translation>Esportazione in {name}. Operazioni: {count}</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tutto il periodo</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Questo mese</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mese scorso</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Quest&apos;anno</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Anno scorso</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Attivare</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Correggere</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendere</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>tra {days} giorni</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>domani</translation>
    </message>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>expired yesterday</source>
        <translation>scaduta ieri</translation>
    </message>
    <message>
        <source>expired {days} days ago</source>
        <translation>scaduta da {days} giorni</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>poco fa</translation>
    </message>
    <message>
        <source>{count} seconds ago</source>
        <translation>{count} secondi fa</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} minuti fa</translation>
    </message>
    <message>
        <source>on {moment}</source>
        <translation>il {moment}</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrata</translation>
    </message>
    <message>
        <source>Signed form and identity document</source>
        <translation>Modulo firmato e documento d&apos;identità</translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation>Registrazione annullata</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Scaduta</translation>
    </message>
    <message>
        <source>In a state this program does not know</source>
        <translation>In uno stato che il programma non conosce</translation>
    </message>
    <message>
        <source>This table cannot be used</source>
        <translation>La tabella non si può usare</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} non può essere letto: {reason}</translation>
    </message>
    <message>
        <source>{name} is larger than any table of mailboxes. Split it.</source>
        <translation>{name} è più grande di qualsiasi tabella di caselle. Va diviso.</translation>
    </message>
    <message>
        <source>{name} is no CSV or XLSX table whose first line names the columns.</source>
        <translation>{name} non è una tabella CSV o XLSX con i nomi delle colonne nella prima riga.</translation>
    </message>
    <message>
        <source>{name} has no lines below the names.</source>
        <translation>{name} non ha righe sotto i nomi delle colonne.</translation>
    </message>
    <message>
        <source>{name} has the column {column} twice.</source>
        <translation>{name} ha due volte la colonna {column}.</translation>
    </message>
    <message>
        <source>Line {line} of {name} has more cells than there are columns, or is one too many.</source>
        <translation>La riga {line} di {name} ha più celle che colonne, oppure è di troppo.</translation>
    </message>
    <message>
        <source>The table needs one of these columns: {columns}.</source>
        <translation>La tabella deve avere una di queste colonne: {columns}.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nulla è stato inviato</translation>
    </message>
    <message>
        <source>Another line is about the same mailbox. Leave one of them out.</source>
        <translation>Un&apos;altra riga riguarda la stessa casella. Va tolta una delle due.</translation>
    </message>
    <message>
        <source>This address is in the account&apos;s list already.</source>
        <translation>Questo indirizzo è già nell&apos;elenco dell&apos;account.</translation>
    </message>
    <message>
        <source>This line is among the drafts and was changed there. Send or delete it there.</source>
        <translation>Questa riga è tra le bozze ed è stata modificata lì. Va inviata o eliminata da lì.</translation>
    </message>
    <message>
        <source>The account&apos;s list has no such mailbox, or more than one.</source>
        <translation>L&apos;elenco dell&apos;account non ha questa casella, o ne ha più d&apos;una.</translation>
    </message>
    <message>
        <source>It does not expire on that day: somebody has renewed it meanwhile.</source>
        <translation>Non scade in quel giorno: nel frattempo qualcuno l&apos;ha rinnovata.</translation>
    </message>
    <message>
        <source>The mailbox could not be read just now.</source>
        <translation>Al momento non è stato possibile leggere la casella.</translation>
    </message>
    <message>
        <source>The same was done before, by an unfinished run of {name}. It is not done again by itself.</source>
        <translation>La stessa operazione è già stata eseguita da un&apos;elaborazione incompleta di {name}. Non viene ripetuta da sola.</translation>
    </message>
    <message>
        <source>Everything in {name} was done by an earlier run. Nothing was sent.</source>
        <translation>Tutto il contenuto di {name} è già stato eseguito in precedenza. Nulla è stato inviato.</translation>
    </message>
    <message>
        <source>The same was begun elsewhere just now. Nothing was sent from here.</source>
        <translation>La stessa cosa è stata appena iniziata altrove. Da qui non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>esclusa</translation>
    </message>
    <message>
        <source>selected mailboxes</source>
        <translation>caselle selezionate</translation>
    </message>
    <message>
        <source>One after the other, each as a payment of its own. It can be stopped between two and gone on with later, also after a crash.</source>
        <translation>Una dopo l&apos;altra, ciascuna come pagamento a sé. Ci si può interrompere tra l&apos;una e l&apos;altra e proseguire in seguito, anche dopo un arresto imprevisto.</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Che cosa fare</translation>
    </message>
    <message>
        <source>Choose what is to be done.</source>
        <translation>Scegliere che cosa fare.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>What is to be done, row by row</source>
        <translation>Che cosa fare, riga per riga</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>Lettura e controllo in corso…</translation>
    </message>
    <message>
        <source>Checking: {done} of {total}</source>
        <translation>Controllo in corso: {done} di {total}</translation>
    </message>
    <message>
        <source>Left out, each for the reason in its row: {count}</source>
        <translation>Escluse, ciascuna per il motivo nella sua riga: {count}</translation>
    </message>
    <message>
        <source>Columns that mean nothing here: {columns}</source>
        <translation>Colonne che qui non hanno significato: {columns}</translation>
    </message>
    <message>
        <source>Nothing here can be sent.</source>
        <translation>Qui non c&apos;è nulla che si possa inviare.</translation>
    </message>
    <message>
        <source>Begun on {moment}, not finished: {done} of {total} are done</source>
        <translation>Iniziato il {moment}, non finito: fatte {done} di {total}</translation>
    </message>
    <message>
        <source>What is done is not sent again. What has an unknown outcome is looked at first, then the rest is sent.</source>
        <translation>Ciò che è fatto non viene inviato di nuovo. Prima si verifica ciò che ha un esito sconosciuto, poi si invia il resto.</translation>
    </message>
    <message>
        <source>All of this was done on {moment}</source>
        <translation>Tutto questo è stato fatto il {moment}</translation>
    </message>
    <message>
        <source>Nothing of it is sent again by itself.</source>
        <translation>Nulla viene inviato di nuovo da sé.</translation>
    </message>
    <message>
        <source>Some of these mailboxes belong to a batch that is not finished: {name}, begun on {moment}, {done} of {total} done.</source>
        <translation>Alcune di queste caselle fanno parte di un lavoro non finito: {name}, iniziato il {moment}, fatte {done} di {total}.</translation>
    </message>
    <message>
        <source>Do all of it once more, and pay for it once more</source>
        <translation>Fare tutto un&apos;altra volta, e pagarlo un&apos;altra volta</translation>
    </message>
    <message>
        <source>Do once more what another batch has done, and pay for it once more</source>
        <translation>Fare un&apos;altra volta ciò che un altro lavoro ha già fatto, e pagarlo un&apos;altra volta</translation>
    </message>
    <message>
        <source>Being sent: {done} of {total} are done</source>
        <translation>Invio in corso: fatte {done} di {total}</translation>
    </message>
    <message>
        <source>It stops after the present mailbox: {done} of {total} are done</source>
        <translation>Si interrompe dopo la casella in corso: fatte {done} di {total}</translation>
    </message>
    <message>
        <source>An answer was lost. The program looks what became of it, for some minutes at most; then it sends again what was not done.</source>
        <translation>Una risposta è andata persa. Il programma verifica che cosa ne è stato, al massimo per qualche minuto; poi invia di nuovo ciò che non è stato fatto.</translation>
    </message>
    <message>
        <source>Done: {done} of {total}</source>
        <translation>Fatte: {done} di {total}</translation>
    </message>
    <message>
        <source>Each stands in Activity.</source>
        <translation>Ciascuna è in Attività.</translation>
    </message>
    <message>
        <source>Not sent yet: {count}.</source>
        <translation>Non ancora inviate: {count}.</translation>
    </message>
    <message>
        <source>&amp;Register {count} mailboxes</source>
        <translation>Re&amp;gistra {count} caselle</translation>
    </message>
    <message>
        <source>&amp;Enlarge {count} mailboxes</source>
        <translation>A&amp;mplia {count} caselle</translation>
    </message>
    <message>
        <source>&amp;Add {count} users</source>
        <translation>A&amp;ggiungi {count} utenti</translation>
    </message>
    <message>
        <source>Renewals that were not finished ({name}): {done} of {total} are done.</source>
        <translation>Rinnovi non finiti ({name}): fatti {done} di {total}.</translation>
    </message>
    <message>
        <source>Registrations that were not finished ({name}): {done} of {total} are done.</source>
        <translation>Registrazioni non finite ({name}): fatte {done} di {total}.</translation>
    </message>
    <message>
        <source>More space for several mailboxes, not finished ({name}): {done} of {total} done.</source>
        <translation>Più spazio per più caselle, non finito ({name}): fatte {done} di {total}.</translation>
    </message>
    <message>
        <source>Additional users, not finished ({name}): {done} of {total} are done.</source>
        <translation>Utenti aggiuntivi, non finito ({name}): fatti {done} di {total}.</translation>
    </message>
    <message>
        <source>Price (EUR without IVA)</source>
        <translation>Prezzo (EUR senza IVA)</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Perché no</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Da rivedere</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fatto</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rifiutata</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>esito sconosciuto</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ora</translation>
    </message>
    <message>
        <source>later</source>
        <translation>più avanti</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>non riuscito</translation>
    </message>
    <message>
        <source>Refused: to be corrected</source>
        <translation>Rifiutata: da correggere</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Pronta per l&apos;invio</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Da completare</translation>
    </message>
</context>
</TS>
