/*
 * The form of any kind of record, made from its field table. Saving makes one change; leaving asks only where
 * something would be lost.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

#define YZ_TYPE_RECORD_FORM (yz_record_form_get_type ())

/**
 * YzRecordForm:
 *
 * Signals: "closed" (a boolean: whether the draft was saved; otherwise it was given up).
 * Actions: "form.save", "form.cancel".
 */
G_DECLARE_FINAL_TYPE (YzRecordForm, yz_record_form, YZ, RECORD_FORM, GtkWidget)

/**
 * yz_record_form_set_draft:
 * @session: (nullable): %NULL only without a draft
 * @draft: (nullable): what is edited
 *
 * Makes the form of @draft, or empties it.
 */
void     yz_record_form_set_draft (YzRecordForm *self, YzSession *session, YzDraft *draft);
YzDraft *yz_record_form_get_draft (YzRecordForm *self);

G_END_DECLS
