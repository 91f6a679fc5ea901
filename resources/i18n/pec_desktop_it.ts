<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Select one mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivationWizard</name>
    <message>
        <source>Activate {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send the papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending the papers…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything this program sends to the provider is written down here before it is sent, with what came of it and what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the access. The system may ask you to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answers: {name} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit in the wallet: {credit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit is not shown: that needs the e-mail and the API key as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token and API key are in the console of your Openapi account. They are kept in this computer&apos;s keychain and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token and API key are in the console of your Openapi account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain can be used on this computer. The secrets are kept in memory only, and must be entered again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectFields</name>
    <message>
        <source>With an access &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With &amp;e-mail and API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program makes a token of its own, with the nine permissions that it uses. The spending limit is the most that it may ever take from the wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for tokens and &amp;prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access t&amp;oken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-&amp;mail of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token &amp;lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Spending limit in euros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for instance the name of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an amount in euros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows this access, but it lacks the permissions for certified mailboxes. With e-mail and API key the program makes a token that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this e-mail with this API key. Compare both with the console; Production and Sandbox have a key each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this token. Copy it once more from the console. It may have expired, and a token of the Sandbox opens nothing in Production.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Get the activation form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} mailboxes selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C copies their rows. Select a single one to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a mailbox to see where it stands and what comes next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mailbox selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details have not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome of an operation with this mailbox is not known: see the history. It is not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s last list did not hold this mailbox any more. What is known of it, and its papers, stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the documents and does not say why. The usual causes: the form is not signed, the identity document is missing, expired or illegible, or the names differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activate the mailbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Correct the documents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registration that is not finished and papers that are not sent yet wait here. They are saved at every step, and without a network too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being done just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it: it is not ready to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete these drafts and their papers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>or choose the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the papers here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers (*.pdf *.p7m *.jpg *.jpeg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Fiscal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not renewed by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowPage</name>
    <message>
        <source>&amp;Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox could not be read just now. Looking again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The papers have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is working on the mailbox. You may close this window: the list shows when the mailbox is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holder receives first access data by e-mail, must choose a password at the first access, and is then asked to confirm their identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents were refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider gives no reason. Usual ones: a page is missing, the signature is missing, the identity document is expired or not readable. Correct them and send again; the registration is not paid a second time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>&amp;Download the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the signed form. It is sent together with the identity document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the signed form, and have the applicant&apos;s identity document ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form and print it, or save it and pass it on to be signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant signs it by hand, or digitally within the PDF (PAdES).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is being downloaded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is here, and can be opened without a network too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has not been downloaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailboxPage</name>
    <message>
        <source>&amp;New mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search address, holder, fiscal code, note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mailbox passes the filter and the search together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as the account answers, its mailboxes appear here and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mailboxes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the first one: choose its address, say whose it is, see what it costs. Nothing is paid before you have seen the summary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailboxTable</name>
    <message>
        <source>Columns as at the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{address} is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the documents of {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts ready to be sent: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown outcomes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the one mailbox these papers belong to, then drop them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} expects no papers now. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Only for the office; the provider never sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperTray</name>
    <message>
        <source>Drop the signed papers here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed form and identity document, sent as one PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed form and identity document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>photo, becomes a PDF page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digitally signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this paper away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationWizard</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Sending papers is free as far as the vendor&apos;s documents tell: what is paid for is the registration. The papers leave once, and never again by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again, although an earlier attempt may have been carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailbox: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF made of:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Credit {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal preservation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Not updated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Try it without an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice office with invented mailboxes. Register, activate and make mistakes: nothing leaves this computer and nothing costs anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the access token of your Openapi account, or with its e-mail address and API key. Production or Sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to PEC Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your clients&apos; certified mailboxes: register, activate, renew and follow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change your mind at any time, from the account menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Save and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>About PEC Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified mailboxes from the desktop. Connects to your account and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the practice anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what was done in the practice office and begin anew?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your real accounts are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;New mailbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin the practice anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the activation &amp;form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the d&amp;etails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About PEC Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>save_as</name>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>For most clients. Space can be added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More space than Standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More space than Bronze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 GB and an archive of 13 GB; shows electronic invoices readably.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 GB and an archive of 1 GB; cannot be extended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 3,500 recipients a day; each message costs extra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domicilio Digitale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pec Massiva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local public body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central public body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Association</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services to businesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information technology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telecommunications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing and press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mechanics and electrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chemicals and pharmaceuticals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textiles and fashion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Furniture and furnishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotels and restaurants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport and logistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartered accountant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accountant (ragioniere)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax adviser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour consultant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provincial authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Municipal authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountain community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local health authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chamber of Commerce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew it automatically, using the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it expire unless the office renews it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this account&apos;s access token any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again with a valid token, or with its e-mail and API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token lacks the permission for this operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again: with its e-mail and API key the program creates a token that has every permission it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit is not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the operation because the account&apos;s credit is too low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up the credit on the service&apos;s site, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the request is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was given for “{field}” is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the operation because of the present state or type of the mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list to see how things stand, then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know what was asked for under this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list and check the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests reached the service in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer: the network or the service is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and try again later. Nothing typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, but no readable answer came back. The service may have carried it out or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not repeat it. The attempt is kept in Activity, and the program will not send it again by itself; refresh the list in a few minutes to see whether it was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered strangely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not make sense of the service&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later. If it stays so, send the details to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain of the address does not exist or belongs to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept the applicant&apos;s date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepts only PDF documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox no longer waits for documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this PEC address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an active or a revoked mailbox can be renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox is revoked already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an active mailbox can be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type can only be changed to a higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox has 25 additional users already, the most there can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was stopped as you asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake that it did not expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the details to support. What was saved so far is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was refused: nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price may have been taken from the credit. It is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent this time. The earlier attempt may have been paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a paid operation was under way, its outcome stands in Activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was written by a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version. The archive was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the program&apos;s folder and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other windows of the program, or wait for a running backup, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; the change was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lies in a network or synchronised folder, where it could be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept. Restore a backup, or send the details to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the archive is damaged. The program goes on with what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a copy of the program&apos;s folder now, and send the details to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive could not be read. It was kept as {path}, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list comes back from the service; drafts and papers of the old archive do not. Keep the file and ask support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder. Add the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its window was asked to come to the front. Look for it in the task bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program and start it again. The details say what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access to the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the access when the system asks, or give the token again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that the program can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access is remembered until the program is closed, and never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not answer within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question of the system may be hidden behind the window. Answer it, try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for the system&apos;s keychain (at most {longest} characters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what was typed: tokens and keys are shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s access token is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again; everything prepared so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not know this mailbox any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https: otherwise the token could be read on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An API key needs the address of the server for tokens as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account; everything prepared so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft was sent or deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the mailbox in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this draft is missing or not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what is marked, then send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very operation is being sent just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its outcome; it stands in Activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, but its outcome could not be written into the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not repeat it. Refresh the list to see whether it was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same operation was sent before and its outcome is still unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list to see whether it was carried out. Sending it again could be paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEC address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dots, hyphens and underscores; with a certified domain of your own, the whole address. A lapsed address can be taken again only by its former holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the future holder of the mailbox is. It decides which data are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the closest one; “Other” lets you describe it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description of the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fiscal code of the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type this first: birth date, sex and birthplace follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the identity document; for a married woman the maiden name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, month, year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The municipality, as on the identity document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinces that no longer exist are in the list too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ordinary address: the provider sends the access data there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits only, without the prefix +39.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by the provider for the first access, if given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full name of the company or body, as registered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fiscal code or VAT number of the holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VAT number or a company&apos;s fiscal code has 11 digits, a person&apos;s fiscal code 16 signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registered office of a company, the residence of a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five digits for an address in Italy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one whose copy will be sent with the signed form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For instance the municipality or the Ministry of the Interior.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses a document that has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the expiry of the mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide now: this choice cannot be changed later from this program. With automatic renewal the price is taken from the credit at each expiry, without asking again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the signed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For trying, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All invented, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is charged depends on that server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal preservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business Register communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of attorney sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of a communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preservation form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of access tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of an access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of an access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal of an access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movements of the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation form exists only until the mailbox is activated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents can be sent only while the mailbox is waiting to be activated or its documents were refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space can be added only to an active mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space can be added only to Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preservation form exists only for an active mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal preservation exists only for Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal preservation can be added only to an active mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type can be changed only while the mailbox is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Standard, Bronze and Silver mailboxes can be changed to a higher type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users can be added only to an active mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users can be added only to Standard, Bronze, Silver and Gold mailboxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Word or Office document, whatever its name says. Save it as a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a compressed folder. Unpack it and add the papers in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo has a format (HEIC) that cannot be read here. Save it as JPEG or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a text file. A PDF or a photo is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a PDF nor a photo. Add the paper as a PDF, JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PDF. The provider takes only PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a photo that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .p7m file is not accepted here. Sign the PDF itself (PAdES), or by hand, and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .p7m file holds a signature but not the signed document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Add the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no longer where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read. Is it open in another program, or on a lost drive?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Scan it with a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is too large. Save it with fewer pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF wants a password. Save it without one and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF is protected in a way that cannot be read here. Print it to a new PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF has no pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF restricts printing or copying; the provider may refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is small. Can everything on it be read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF is digitally signed: joining it with another paper would break the signature. Join form and document first, then sign the joined PDF; or sign by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The papers could not be joined into one PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not work on this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file took too long to read. Print it to a new PDF and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed form is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the form as it was downloaded: nobody has signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of the identity document is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No identity document has been added. Is it on the pages of the form?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file will not be sent. Say what it is, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better not left empty: the provider may ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day. Type day, month and year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date of birth lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is {age} years old. Is the date right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has expired; the provider would refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document expires in {days} days; the provider may refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete PEC address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part before the @ can have at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits, dots, hyphens and underscores, with a letter or digit at both ends and no two dots together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailboxes of this type end in {expected}; {domain} is right only if the account owns it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A telephone number has no letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too short or too long for a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program does not know this country. Is it right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a province, or type its two letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program does not know this province. Is it right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today this province is called {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Italian postcode has five digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a person&apos;s fiscal code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last letter does not fit: there must be a slip in this fiscal code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provisional fiscal code of 11 digits? Compare it with the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this surname one would expect {expected} in the fiscal code, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this first name one would expect {expected} in the fiscal code, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fiscal code says born on {found}, the date of birth something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fiscal code is that of a person of the other sex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fiscal code names a place ({place}) that is not in the country of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a VAT number (11 digits) nor a fiscal code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digit does not fit: there must be a slip in this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking whether this address is free…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is already taken. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this address. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the network it cannot be told whether this address is free. It will be asked again before anything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not say whether this address is free. It will be asked again before anything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the fiscal code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;applicant is the holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private person holds the mailbox in the applicant&apos;s name: only the residence is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} + IVA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {amount} + IVA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price comes from this account&apos;s price list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price comes from the service&apos;s public pages; this account&apos;s own price could not be read and may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither this account&apos;s price list nor the service&apos;s public pages tell the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration of a certified mailbox, for a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether IVA is taken from the credit as well is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit is lower than the price: the service will probably refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice: price and credit are invented, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox: price and credit are for trying only, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the price and whether the address is still free…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent without the network. Keep the registration ready: it stays among the drafts, and one click sends it later. Nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is taken meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another address, then come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is complete yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registration of {address} was sent on {moment} and its outcome is not known: the mailbox may have been registered and paid already. Refresh the list of mailboxes and look for the address before you send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked that it is not registered. Send again; it may be paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register and pay {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register and pay (price not known)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register (practice, nothing is charged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register (sandbox, nothing is charged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registration is being sent. This may take up to a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step is saved among the drafts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved among the drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes active once the provider has the signed form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the activation form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program downloads it, filled in with these data, to print or to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it signed by {applicant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand, or digitally inside the PDF. Copy the identity document as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the papers on the mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program checks them, puts them in order and sends them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get the activation form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which mailbox?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the type and the address. Nothing is ordered or paid before the last page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of customer that will hold the mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who applies?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person who signs the activation form: the holder, or for a company or a body its legal representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who will hold it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holder&apos;s name, number and address, as they shall stand on the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant&apos;s document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data may be left out now, but the form is complete only with them. A copy of the document goes to the provider later, with the signed form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens at the expiry?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mailbox is paid for a year. This is decided once, for all the years to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is exactly what will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider activates the mailbox once it has this form, signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The papers that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the signed form and the identity document, as PDF or photo. The program keeps its own copy and checks each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to be sent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is exactly what will be sent to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard may be closed: the program goes on looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real mailboxes and real money: what you do here counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s sandbox: test mailboxes, nothing is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented office on this computer: nothing leaves it and nothing is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server of your own choice; what is real there you know best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of mailboxes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files on this computer can be dropped here. Save it first, then drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fiscal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired {days} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed form and identity document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a state this program does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: to be corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
