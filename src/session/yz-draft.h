/*
 * A record while it is being edited: what was typed, what is wrong with it, and what it comes to. Nothing is written
 * to the workspace until it is saved, as one change. What was typed survives a crash. Main thread.
 */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_DRAFT (yz_draft_get_type ())

G_DECLARE_FINAL_TYPE (YzDraft, yz_draft, YZ, DRAFT, GObject)

/**
 * YzDraft::field-changed:
 * @field: name of the field
 *
 * Emitted when a field has another value, text or error.
 */

/**
 * yz_draft_new:
 * @record: (transfer none): as it was read from the store, or a new one
 * @is_new: whether saving creates the record
 *
 * Begins editing. If an earlier draft of this record was left behind by a crash it is taken up again, see
 * yz_draft_was_recovered().
 *
 * Properties: "dirty" (something would be lost), "can-save" (dirty and without errors).
 *
 * Returns: (transfer full): a draft
 */
YzDraft *yz_draft_new (YzSession *session, YzRecord *record, gboolean is_new);

/**
 * yz_draft_find_new:
 *
 * Returns: (transfer full) (nullable): the draft of a new record that a crash has left behind
 */
YzDraft *yz_draft_find_new (YzSession *session, const YzKind *kind);

/**
 * yz_draft_new_blank:
 *
 * Returns: (transfer full): a draft of no record at all, whose controls take values for something else: all fields are
 *   empty, it is neither kept for a crash nor ever saved
 */
YzDraft *yz_draft_new_blank (YzSession *session, const YzKind *kind);

YzRecord *yz_draft_get_original (YzDraft *self);

/**
 * yz_draft_get_record:
 *
 * Returns: (transfer none): the record as it would be saved; fields with an error are as they were
 */
YzRecord *yz_draft_get_record (YzDraft *self);
gboolean  yz_draft_is_new (YzDraft *self);
gboolean  yz_draft_is_dirty (YzDraft *self);
gboolean  yz_draft_can_save (YzDraft *self);
gboolean  yz_draft_was_recovered (YzDraft *self);

/**
 * yz_draft_set_text:
 * @text: as typed; dates also in the shorthands of yz_date_from_shorthand()
 *
 * Sets a field by its text. A text that is no value of the field is kept beside its error.
 */
void yz_draft_set_text (YzDraft *self, const char *field, const char *text);

/**
 * yz_draft_dup_text:
 *
 * Returns: (transfer full): what stands in the field's entry
 */
char *yz_draft_dup_text (YzDraft *self, const char *field);

/**
 * yz_draft_set_value:
 * @value: (nullable): of the field's type; a floating reference is taken
 */
void yz_draft_set_value (YzDraft *self, const char *field, GVariant *value);

/**
 * yz_draft_get_error:
 *
 * Returns: (transfer none) (nullable): what is wrong with a field, translated
 */
const char *yz_draft_get_error (YzDraft *self, const char *field);

/**
 * yz_draft_is_hidden:
 *
 * Returns: whether a field holds personal data that nobody has asked to see: it stands as it was read, and is shown
 *   masked until yz_draft_reveal()
 */
gboolean yz_draft_is_hidden (YzDraft *self, const char *field);

/**
 * yz_draft_reveal:
 *
 * Shows the personal data of the record in full, which leaves a trace in the workspace.
 */
void yz_draft_reveal (YzDraft *self);

/**
 * yz_draft_save_async:
 *
 * Applies the draft as one change and forgets what was kept for a crash. yz_draft_save_finish() returns %FALSE with
 * a %YZ_MODEL_ERROR or %YZ_STORE_ERROR, the draft then being as it was.
 */
void     yz_draft_save_async (YzDraft *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean yz_draft_save_finish (YzDraft *self, GAsyncResult *result, GError **error);

/**
 * yz_draft_discard:
 *
 * Forgets everything that was typed.
 */
void yz_draft_discard (YzDraft *self);

G_END_DECLS
