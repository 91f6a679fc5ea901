"""Words for papers: what is wrong with one, what it is for, and what is missing among them.

They stand below the paper's name, or in a failure's bar, so that "this file" is clear.
"""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # What a paper is for (store.drafts.DraftPaper.role)
    "paper.role.form": QT_TRANSLATE_NOOP("words", "Signed form"),
    "paper.role.identity": QT_TRANSLATE_NOOP("words", "Identity document"),
    "paper.role.other": QT_TRANSLATE_NOOP("words", "Not to be sent"),
    # What a file is, in a few words (ui.paper_row)
    "paper.page": QT_TRANSLATE_NOOP("words", "1 page"),
    "paper.pages": QT_TRANSLATE_NOOP("words", "{count} pages"),
    "paper.photo": QT_TRANSLATE_NOOP("words", "photo, becomes a PDF page"),
    "paper.signed": QT_TRANSLATE_NOOP("words", "digitally signed"),
    # What a file is that cannot be used
    "paper.empty": QT_TRANSLATE_NOOP(
        "words", "This file is empty. Scan it again, or ask for it again."
    ),
    "paper.word": QT_TRANSLATE_NOOP(
        "words",
        "This is a Word document, whatever its name says. Open it in Word and save it as a PDF.",
    ),
    "paper.zip": QT_TRANSLATE_NOOP(
        "words", "This is a compressed folder. Unpack it and add the papers in it."
    ),
    "paper.heic": QT_TRANSLATE_NOOP(
        "words", "This photo has a format (HEIC) that cannot be read here. Save it as JPEG or PDF."
    ),
    "paper.text": QT_TRANSLATE_NOOP("words", "This is a text file. A PDF or a photo is needed."),
    "paper.not_a_document": QT_TRANSLATE_NOOP(
        "words", "This is neither a PDF nor a photo. Add the paper as a PDF, JPEG or PNG."
    ),
    "paper.not_a_pdf": QT_TRANSLATE_NOOP(
        "words", "This is not a PDF. The provider takes only PDF."
    ),
    "paper.not_a_picture": QT_TRANSLATE_NOOP(
        "words", "This is not a photo that can be read. Add it as JPEG, PNG or PDF."
    ),
    "paper.p7m_not_here": QT_TRANSLATE_NOOP(
        "words",
        "A .p7m file is not accepted here. Sign the PDF itself (PAdES), or by hand, and add that.",
    ),
    "paper.p7m_empty": QT_TRANSLATE_NOOP(
        "words",
        "This .p7m file holds a signature but not the signed document. Add the signed PDF itself.",
    ),
    "paper.folder": QT_TRANSLATE_NOOP(
        "words", "This is a folder. Open it and add the files in it."
    ),
    "paper.missing": QT_TRANSLATE_NOOP(
        "words", "This file is no longer where it was. Look for it and add it again."
    ),
    "paper.unreadable": QT_TRANSLATE_NOOP(
        "words", "This file cannot be read. Is it open in another program, or on a lost drive?"
    ),
    "paper.too_large": QT_TRANSLATE_NOOP(
        "words", "This file is larger than 100 MB. Scan it with a lower resolution."
    ),
    "paper.too_many_pixels": QT_TRANSLATE_NOOP(
        "words", "This photo is too large. Save it with fewer pixels."
    ),
    "paper.damaged": QT_TRANSLATE_NOOP(
        "words", "This file is damaged or incomplete. Scan it again, or ask for it again."
    ),
    "paper.encrypted": QT_TRANSLATE_NOOP(
        "words", "This PDF wants a password. Save it without one and add it again."
    ),
    "paper.protected": QT_TRANSLATE_NOOP(
        "words", "This PDF is protected in a way that cannot be read here. Print it to a new PDF."
    ),
    "paper.no_pages": QT_TRANSLATE_NOOP("words", "This PDF has no pages. Scan the paper again."),
    # What may still be used, but should be looked at
    "paper.restricted": QT_TRANSLATE_NOOP(
        "words", "This PDF restricts printing or copying; the provider may refuse it."
    ),
    "paper.low_resolution": QT_TRANSLATE_NOOP(
        "words", "This photo is small. Can everything on it be read?"
    ),
    # Work on papers that failed
    "paper.signed_join": QT_TRANSLATE_NOOP(
        "words",
        "This PDF is digitally signed: joining it with another paper would break the signature. "
        "Join form and document first, then sign the joined PDF; or sign by hand.",
    ),
    "paper.join_failed": QT_TRANSLATE_NOOP(
        "words",
        "The papers could not be joined into one PDF. Scan them together, or print each to a new "
        "PDF and add that.",
    ),
    "paper.failed": QT_TRANSLATE_NOOP(
        "words", "The program could not work on this file. Print it to a new PDF and add that."
    ),
    "paper.timeout": QT_TRANSLATE_NOOP(
        "words", "This file took too long to read. Print it to a new PDF and add that."
    ),
    # Among all the papers of a mailbox
    "papers.not_taken": QT_TRANSLATE_NOOP("words", "{count} of the files were not taken"),
    "papers.form_missing": QT_TRANSLATE_NOOP("words", "The signed form is still missing."),
    "papers.form_not_signed": QT_TRANSLATE_NOOP(
        "words", "This is the form as it was downloaded: nobody has signed it."
    ),
    "papers.identity_missing": QT_TRANSLATE_NOOP(
        "words", "The copy of the identity document is still missing."
    ),
    "papers.identity_within_form": QT_TRANSLATE_NOOP(
        "words", "No identity document has been added. Is it on the pages of the form?"
    ),
    "papers.not_sent": QT_TRANSLATE_NOOP(
        "words", "This file will not be sent. Say what it is, or remove it."
    ),
}
