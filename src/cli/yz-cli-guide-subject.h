/* What a document is about, as it is told on the command line. */
#pragma once

#include "yz-cli.h"

#include "yz-guide-request.h"

G_BEGIN_DECLS

/**
 * YzCliGuideSubject:
 *
 * An option each, %NULL where it is not given.
 */
typedef struct
{
  char *stocktake;
  char *transfer;
  char *take_from;
  char *document;
  char *cabinet;
  char *station;
} YzCliGuideSubject;

void yz_cli_guide_subject_clear (YzCliGuideSubject *self);

/**
 * yz_cli_guide_subject_check:
 *
 * Returns: %FALSE, told, for an option that @kind does not know, and without one that it needs
 */
gboolean yz_cli_guide_subject_check (const YzCliGuideSubject *self, const YzDocumentKind *kind);

/**
 * yz_cli_guide_subject_find:
 *
 * Finds what was named and puts it into the choice of @request.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_cli_guide_subject_find (const YzCliGuideSubject *self, YzStore *store, YzGuideRequest *request,
                                    GError **error);

G_END_DECLS
