/*
 * What the Guides page shows: the document that is wanted, and its pages as they would be printed. Whatever changes,
 * the workspace or a wish, begins the pages anew. Main thread.
 */
#pragma once

#include "yz-guide-proof.h"
#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_GUIDES (yz_guides_get_type ())

G_DECLARE_FINAL_TYPE (YzGuides, yz_guides, YZ, GUIDES, GObject)

/**
 * yz_guides_new:
 *
 * Wishes, each a property; what is kept for the next time is kept for each document and workspace: "document" (nick of
 * a #YzDocumentKind), "area" ("all", "filter": what the Stations page lists, "selection", "district:NAME", "org:ID",
 * "station:ID"), "service" (code or ""), "night", "audience", "language", "paper", "large", "grey", "sheets" (see
 * #YzGuideRequest).
 * Not kept: the civil dates "date", "use-until", "first" and "last" ("" for none), "holiday", "mobiles", "purpose",
 * "edition" (its name) and "since" (see #YzGuideChoice). What a letter or label is told is its own until the workspace
 * is closed: "text", "recipient", "deadline", "amount" (yuan as people write them), "start" ("1"); see
 * #YzDocumentOptions. So is "subject", what a paper about stock is about: see #YzGuideChoice.
 *
 * To choose from, models of #YzGuideOption: "documents", "areas", "services", "papers", "editions",
 * "subjects" (of the document; nullable where it is of stations).
 *
 * Answers, read-only: "proof" (#YzGuideProof, nullable), "state" ("making", "pages", "empty": no station in this
 * choice, "no-stations": none at all, "failed"), "message" (nullable: why it failed), "warning" (nullable: why it
 * cannot be printed as it is), "personal" (whether telephone numbers of people would be printed).
 *
 * "active" says whether somebody looks; without it nothing is made.
 *
 * Returns: (transfer full): the state of a Guides page that follows the workspace of @stations
 */
YzGuides *yz_guides_new (YzStations *stations);

/**
 * yz_guides_set_rows:
 * @rows: (element-type gint64): of stations; a reference is taken
 *
 * Makes them the area "selection".
 */
void yz_guides_set_rows (YzGuides *self, GArray *rows);

/**
 * yz_guides_set_document:
 * @nick: of a #YzDocumentKind
 * @subject: what it is about: an id, or the number of a document; "" for what was chosen last
 *
 * Makes them the document, and its subject or its only station.
 */
void yz_guides_set_document (YzGuides *self, const char *nick, const char *subject);

YzGuideProof *yz_guides_get_proof (YzGuides *self);
YzSession    *yz_guides_get_session (YzGuides *self);

/**
 * yz_guides_get_kind:
 *
 * Returns: (transfer none): the document that is wanted
 */
const YzDocumentKind *yz_guides_get_kind (YzGuides *self);

/**
 * yz_guides_make_request:
 *
 * Returns: (transfer full): all wishes together, for a job
 */
YzGuideRequest *yz_guides_make_request (YzGuides *self);

/**
 * yz_guides_dup_file_name:
 * @ending: ".pdf"
 *
 * Returns: (transfer full): what a file of the document is called at first
 */
char *yz_guides_dup_file_name (YzGuides *self, const char *ending);

/**
 * yz_guides_clear_wishes:
 *
 * Every station again: the way out of a choice without one.
 */
void yz_guides_clear_wishes (YzGuides *self);

G_END_DECLS
