/* Leaves a trace, in the workspace itself, of personal data that was shown or handed out in full. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * YzDisclosed:
 * @kind: of the records
 * @title: (nullable): of the record where it was a single one, masked if it is personal itself
 * @n_records: how many
 * @path: (nullable): of the file that they went into; %NULL where they were shown
 * @purpose: (nullable): why, in the words of the user
 *
 * What has been seen in full.
 */
typedef struct
{
  const YzKind *kind;
  const char *title;
  guint n_records;
  const char *path;
  const char *purpose;
} YzDisclosed;

/**
 * yz_disclosure_new_edit:
 *
 * Returns: (transfer full): an edit that adds the record of it; undo passes over it
 */
YzEdit *yz_disclosure_new_edit (YzStore *store, const YzDisclosed *disclosed);

/**
 * yz_disclosure_add:
 *
 * Adds the same record to an edit that does more.
 */
void yz_disclosure_add (YzEdit *edit, YzStore *store, const YzDisclosed *disclosed);

/**
 * yz_disclosure_record_shown:
 * @title: (nullable): see #YzDisclosed
 *
 * Writes that personal data was shown on the screen.
 */
void yz_disclosure_record_shown (YzSession *session, const YzKind *kind, const char *title, guint n_records);

G_END_DECLS
