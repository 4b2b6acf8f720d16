#include "config.h"

#include "yz-draft.h"

#include "yz-disclosures.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define KEEP_AFTER_MS 400

/* One field as it stands in the form, where that differs from the record's value. */
typedef struct
{
  char *text;
  char *error; /* NULL where the text was understood */
} Typed;

struct _YzDraft
{
  GObject parent_instance;

  YzSession *session;
  YzRecord *original;
  YzRecord *record;
  gboolean is_new;
  gboolean recovered;
  gboolean revealed;
  GHashTable *typed; /* field name → Typed */
  char *path;        /* of what is kept for a crash, NULL where nothing is */
  guint keep_id;
};

G_DEFINE_FINAL_TYPE (YzDraft, yz_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_DIRTY = 1,
  PROP_CAN_SAVE,
} YzDraftProperty;

static GParamSpec *properties[PROP_CAN_SAVE + 1];
static guint field_changed_signal;

static void
typed_free (gpointer data)
{
  Typed *typed = data;

  g_free (typed->text);
  g_free (typed->error);
  g_free (typed);
}

static gboolean
has_errors (YzDraft *self)
{
  GHashTableIter iter;
  Typed *typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &typed))
    if (typed->error != NULL)
      return TRUE;
  return FALSE;
}

static char *
get_directory (YzSession *session)
{
  const char *path = yz_store_get_path (yz_session_get_store (session));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  sum[16] = '\0';
  return g_build_filename (g_get_user_state_dir (), "yizhan", "drafts", sum, NULL);
}

static char *
get_path (YzSession *session, YzRecord *record, gboolean is_new)
{
  g_autofree char *directory = get_directory (session);
  g_autofree char *name =
    g_strdup_printf ("%s-%s.draft", yz_record_get_kind (record)->name, is_new ? "new" : yz_record_get_id (record));

  return g_build_filename (directory, name, NULL);
}

static gboolean
keep (gpointer data)
{
  YzDraft *self = YZ_DRAFT (data);
  const YzKind *kind = yz_record_get_kind (self->record);
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  self->keep_id = 0;
  g_key_file_set_string (file, "draft", "id", yz_record_get_id (self->record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;
      gboolean changed = !yz_field_equal (yz_record_get_at (self->record, i), yz_record_get_at (self->original, i));
      g_autofree char *text = NULL;

      if (!changed && !g_hash_table_contains (self->typed, name))
        continue;
      text = yz_draft_dup_text (self, name);
      g_key_file_set_string (file, "fields", name, text);
    }

  g_mkdir_with_parents (directory, 0700);
  /* not worth a word to the user: the draft itself is on the screen */
  if (!g_key_file_save_to_file (file, self->path, &error))
    g_debug ("cannot keep a draft: %s", error->message);
  return G_SOURCE_REMOVE;
}

static void
forget (YzDraft *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->path != NULL)
    g_unlink (self->path);
}

static void
changed (YzDraft *self, const char *field)
{
  if (self->keep_id == 0 && self->path != NULL)
    self->keep_id = g_timeout_add (KEEP_AFTER_MS, keep, self);
  g_signal_emit (self, field_changed_signal, 0, field);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SAVE]);
}

static void
recover (YzDraft *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) names = NULL;

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return;

  names = g_key_file_get_keys (file, "fields", NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, "fields", names[i], NULL);

      if (text != NULL && yz_kind_find_field (yz_record_get_kind (self->record), names[i]) != NULL)
        yz_draft_set_text (self, names[i], text);
    }
  self->recovered = yz_draft_is_dirty (self);
}

static void
yz_draft_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzDraft *self = YZ_DRAFT (object);

  switch ((YzDraftProperty) prop_id)
    {
    case PROP_DIRTY:
      g_value_set_boolean (value, yz_draft_is_dirty (self));
      break;
    case PROP_CAN_SAVE:
      g_value_set_boolean (value, yz_draft_can_save (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_draft_finalize (GObject *object)
{
  YzDraft *self = YZ_DRAFT (object);

  if (self->keep_id != 0)
    {
      g_source_remove (self->keep_id);
      keep (self);
    }
  g_clear_pointer (&self->typed, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_draft_parent_class)->finalize (object);
}

static void
yz_draft_class_init (YzDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_draft_get_property;
  object_class->finalize = yz_draft_finalize;

  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_SAVE] = g_param_spec_boolean ("can-save", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  field_changed_signal = g_signal_new ("field-changed", YZ_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yz_draft_init (YzDraft *self)
{
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, typed_free);
}

YzDraft *
yz_draft_new (YzSession *session, YzRecord *record, gboolean is_new)
{
  YzDraft *self;

  g_return_val_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL, NULL);
  g_return_val_if_fail (YZ_IS_RECORD (record), NULL);

  self = g_object_new (YZ_TYPE_DRAFT, NULL);
  self->session = g_object_ref (session);
  self->original = yz_record_copy (record);
  self->record = yz_record_copy (record);
  self->is_new = is_new;
  self->path = get_path (session, record, is_new);
  recover (self);
  return self;
}

YzDraft *
yz_draft_find_new (YzSession *session, const YzKind *kind)
{
  g_autoptr (YzRecord) record = yz_session_new_record (session, kind);
  g_autofree char *path = get_path (session, record, TRUE);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? yz_draft_new (session, record, TRUE) : NULL;
}

YzDraft *
yz_draft_new_blank (YzSession *session, const YzKind *kind)
{
  YzDraft *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (YZ_TYPE_DRAFT, NULL);
  self->session = g_object_ref (session);
  self->original = yz_record_new_empty (kind, "");
  self->record = yz_record_copy (self->original);
  return self;
}

YzRecord *
yz_draft_get_original (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), NULL);
  return self->original;
}

YzRecord *
yz_draft_get_record (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), NULL);
  return self->record;
}

gboolean
yz_draft_is_new (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), FALSE);
  return self->is_new;
}

gboolean
yz_draft_is_dirty (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), FALSE);
  return has_errors (self) || !yz_record_equal (self->record, self->original);
}

gboolean
yz_draft_can_save (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), FALSE);
  return !has_errors (self) && !yz_record_equal (self->record, self->original);
}

gboolean
yz_draft_was_recovered (YzDraft *self)
{
  g_return_val_if_fail (YZ_IS_DRAFT (self), FALSE);
  return self->recovered;
}

static char *
expand (YzDraft *self, const YzField *field, const char *text)
{
  return field->type == YZ_FIELD_DATE ? yz_session_expand_date (self->session, text) : g_strdup (text);
}

/* An error of the field itself, or the lack of a value that must be there. */
static char *
find_error (const YzField *field, GVariant *value, const GError *error)
{
  if (error != NULL)
    return g_strdup (error->message);
  if (value == NULL && (field->flags & YZ_FIELD_REQUIRED) != 0)
    return g_strdup_printf (_ ("%s is missing"), _ (field->title));
  return NULL;
}

void
yz_draft_set_text (YzDraft *self, const char *name, const char *text)
{
  const YzField *field;
  g_autofree char *expanded = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;
  Typed *typed;

  g_return_if_fail (YZ_IS_DRAFT (self));
  field = yz_kind_find_field (yz_record_get_kind (self->record), name);
  g_return_if_fail (field != NULL);

  typed = g_new0 (Typed, 1);
  typed->text = g_strdup (text);
  expanded = expand (self, field, text);
  if (yz_field_parse (field, expanded, &value, &error))
    yz_record_set (self->record, name, value);
  typed->error = find_error (field, value, error);
  g_hash_table_replace (self->typed, g_strdup (name), typed);
  changed (self, name);
}

char *
yz_draft_dup_text (YzDraft *self, const char *name)
{
  const YzField *field;
  Typed *typed;

  g_return_val_if_fail (YZ_IS_DRAFT (self), NULL);
  field = yz_kind_find_field (yz_record_get_kind (self->record), name);
  g_return_val_if_fail (field != NULL, NULL);

  typed = g_hash_table_lookup (self->typed, name);
  return typed != NULL ? g_strdup (typed->text) : yz_field_format (field, yz_record_get (self->record, name));
}

void
yz_draft_set_value (YzDraft *self, const char *name, GVariant *value)
{
  g_return_if_fail (YZ_IS_DRAFT (self));

  g_hash_table_remove (self->typed, name);
  yz_record_set (self->record, name, value);
  changed (self, name);
}

const char *
yz_draft_get_error (YzDraft *self, const char *name)
{
  Typed *typed;

  g_return_val_if_fail (YZ_IS_DRAFT (self), NULL);

  typed = g_hash_table_lookup (self->typed, name);
  return typed != NULL ? typed->error : NULL;
}

gboolean
yz_draft_is_hidden (YzDraft *self, const char *name)
{
  const YzField *field;
  GVariant *value;

  g_return_val_if_fail (YZ_IS_DRAFT (self), FALSE);
  field = yz_kind_find_field (yz_record_get_kind (self->record), name);
  g_return_val_if_fail (field != NULL, FALSE);

  if (self->is_new || self->revealed || (field->flags & YZ_FIELD_PERSONAL) == 0)
    return FALSE;
  value = yz_record_get (self->record, name);
  return value != NULL && !g_hash_table_contains (self->typed, name) &&
         yz_field_equal (value, yz_record_get (self->original, name));
}

void
yz_draft_reveal (YzDraft *self)
{
  const YzKind *kind;
  g_autofree char *title = NULL;

  g_return_if_fail (YZ_IS_DRAFT (self));
  if (self->revealed)
    return;

  kind = yz_record_get_kind (self->original);
  title = yz_record_to_words (self->original, FALSE);
  yz_disclosure_record_shown (self->session, kind, title, 1);
  self->revealed = TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_PERSONAL) != 0)
      g_signal_emit (self, field_changed_signal, 0, kind->fields[i].name);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzDraft *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  forget (self);
  g_task_return_boolean (task, TRUE);
}

static YzEdit *
make_edit (YzDraft *self)
{
  YzEdit *edit = yz_edit_new (self->is_new ? N_ ("Add") : N_ ("Edit"));

  if (self->is_new)
    yz_edit_create (edit, self->record);
  else
    yz_edit_update (edit, self->original, self->record);
  return edit;
}

void
yz_draft_save_async (YzDraft *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (YzEdit) edit = NULL;
  GError *error = NULL;

  g_return_if_fail (YZ_IS_DRAFT (self));
  g_return_if_fail (*yz_record_get_id (self->record) != '\0');

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_draft_save_async);
  edit = make_edit (self);
  if (has_errors (self))
    g_task_return_new_error (task, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, "%s",
                             _ ("Some fields still need your attention"));
  else if (!yz_edit_check (edit, &error))
    g_task_return_error (task, error);
  else
    yz_session_apply_async (self->session, edit, on_saved, g_object_ref (task));
}

gboolean
yz_draft_save_finish (YzDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yz_draft_discard (YzDraft *self)
{
  g_return_if_fail (YZ_IS_DRAFT (self));

  g_hash_table_remove_all (self->typed);
  g_clear_object (&self->record);
  self->record = yz_record_copy (self->original);
  forget (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SAVE]);
}
