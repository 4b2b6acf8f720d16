/* A document that is wanted: of which kind, of which stations, on which paper. The window and its jobs share it. */
#pragma once

#include "yz-document-kind.h"
#include "yz-guide-choice.h"
#include "yz-pages.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzGuideRequest:
 * @kind: of document
 * @paper: to stand on
 * @choice: of stations, with what the document says of itself
 * @rows: (nullable) (element-type gint64): only these stations
 * @audience: (nullable): see #YzDocumentOptions
 * @holiday: (nullable): likewise
 * @text: (nullable): likewise
 * @recipient: (nullable): likewise
 * @deadline: (nullable): likewise
 * @amount: (nullable): yuan as people write them
 * @start: see #YzDocumentOptions
 * @large: see #YzPagesOptions
 * @grey: likewise
 * @sheets: a booklet is shown as it is printed, two pages a side; otherwise as it is read
 *
 * Everything that decides what the pages look like, but the workspace.
 */
typedef struct
{
  const YzDocumentKind *kind;
  const YzPaper *paper;
  YzGuideChoice *choice;
  GArray *rows;
  char *audience;
  char *holiday;
  char *text;
  char *recipient;
  char *deadline;
  char *amount;
  guint start;
  gboolean large;
  gboolean grey;
  gboolean sheets;
} YzGuideRequest;

/**
 * yz_guide_request_new:
 *
 * Returns: (transfer full): a request for every station, with what documents of @kind show
 */
YzGuideRequest *yz_guide_request_new (const YzDocumentKind *kind, const YzPaper *paper);
YzGuideRequest *yz_guide_request_copy (const YzGuideRequest *self);
void            yz_guide_request_free (YzGuideRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideRequest, yz_guide_request_free)

/**
 * yz_guide_request_shows_sheets:
 *
 * Returns: whether a leaf of it is a side of a printed sheet rather than a page; what is to be folded always is one, as
 *   it makes sense unfolded only
 */
gboolean yz_guide_request_shows_sheets (const YzGuideRequest *self);

/**
 * yz_guide_request_is_of_same_content:
 *
 * Returns: whether pages of both are made of the same content of a workspace, whatever they look like
 */
gboolean yz_guide_request_is_of_same_content (const YzGuideRequest *self, const YzGuideRequest *other);

/**
 * YzGuideFaces:
 * @YZ_GUIDE_MASKED: telephone numbers of people are masked, as everywhere on the screen
 * @YZ_GUIDE_IN_FULL: as they are printed; who takes them leaves a trace, see yz_guide_source_new_disclosure()
 */
typedef enum
{
  YZ_GUIDE_MASKED,
  YZ_GUIDE_IN_FULL,
} YzGuideFaces;

/**
 * yz_guide_request_load:
 *
 * Blocking, on any thread.
 *
 * Returns: (transfer full) (nullable): the content of the document, or %NULL with an error
 */
YzGuideContent *yz_guide_request_load (const YzGuideRequest *self, YzStore *store, YzGuideFaces faces,
                                       GCancellable *cancellable, GError **error);

/**
 * yz_guide_request_make_pages:
 *
 * Returns: (transfer full) (nullable): pages of which none is made yet, or %NULL with a %YZ_GUIDE_ERROR, or with
 *   %YZ_MODEL_ERROR_INVALID for a deadline or an amount that is none
 */
YzPages *yz_guide_request_make_pages (const YzGuideRequest *self, const YzGuideContent *content, GError **error);

G_END_DECLS
