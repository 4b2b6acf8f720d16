/* An edit gathers changes and checks them; applying it is the store's work. */
#include "config.h"

#include "yz-edit.h"

struct _YzEdit
{
  GObject parent_instance;

  char *label;
  char *subject;
  gboolean settled;
  GPtrArray *changes; /* of YzChange, in order */
  GHashTable *by_id;  /* record id → YzChange, not owned */
};

G_DEFINE_FINAL_TYPE (YzEdit, yz_edit, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  YzChange *change = data;

  g_clear_object (&change->record);
  g_clear_object (&change->after);
  g_free (change);
}

static void
yz_edit_finalize (GObject *object)
{
  YzEdit *self = YZ_EDIT (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (yz_edit_parent_class)->finalize (object);
}

static void
yz_edit_class_init (YzEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_edit_finalize;
}

static void
yz_edit_init (YzEdit *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

YzEdit *
yz_edit_new (const char *label)
{
  YzEdit *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (YZ_TYPE_EDIT, NULL);
  self->label = g_strdup (label);
  return self;
}

const char *
yz_edit_get_label (YzEdit *self)
{
  g_return_val_if_fail (YZ_IS_EDIT (self), NULL);
  return self->label;
}

void
yz_edit_set_subject (YzEdit *self, const char *subject)
{
  g_return_if_fail (YZ_IS_EDIT (self));

  g_free (self->subject);
  self->subject = g_strdup (subject);
}

void
yz_edit_set_settled (YzEdit *self)
{
  g_return_if_fail (YZ_IS_EDIT (self));
  self->settled = TRUE;
}

gboolean
yz_edit_is_settled (YzEdit *self)
{
  g_return_val_if_fail (YZ_IS_EDIT (self), FALSE);
  return self->settled;
}

const char *
yz_edit_get_subject (YzEdit *self)
{
  const YzChange *only;

  g_return_val_if_fail (YZ_IS_EDIT (self), NULL);

  if (self->subject != NULL || self->changes->len != 1)
    return self->subject;
  only = g_ptr_array_index (self->changes, 0);
  return yz_record_get_title (only->after != NULL ? only->after : only->record);
}

static YzChange *
add_change (YzEdit *self, YzVerb verb, YzRecord *record)
{
  YzChange *change = g_new0 (YzChange, 1);

  change->verb = verb;
  change->record = g_object_ref (record);
  g_ptr_array_add (self->changes, change);
  g_hash_table_replace (self->by_id, (gpointer) yz_record_get_id (record), change);
  return change;
}

void
yz_edit_create (YzEdit *self, YzRecord *record)
{
  g_return_if_fail (YZ_IS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (record));

  add_change (self, YZ_VERB_CREATE, record);
}

/* The record as the edit will leave it, to be changed further. */
static YzRecord *
get_target (YzEdit *self, YzRecord *record)
{
  YzChange *change = g_hash_table_lookup (self->by_id, yz_record_get_id (record));

  if (change != NULL && change->verb == YZ_VERB_CREATE)
    return change->record;
  if (change == NULL || change->verb != YZ_VERB_SET)
    change = add_change (self, YZ_VERB_SET, record);
  if (change->after == NULL)
    change->after = yz_record_copy (record);
  return change->after;
}

void
yz_edit_set (YzEdit *self, YzRecord *record, const char *field, GVariant *value)
{
  g_return_if_fail (YZ_IS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (record));

  yz_record_set (get_target (self, record), field, value);
}

void
yz_edit_update (YzEdit *self, YzRecord *before, YzRecord *after)
{
  const YzKind *kind;
  YzRecord *target;

  g_return_if_fail (YZ_IS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (before) && YZ_IS_RECORD (after));
  g_return_if_fail (g_str_equal (yz_record_get_id (before), yz_record_get_id (after)));

  if (yz_record_equal (before, after))
    return;

  kind = yz_record_get_kind (before);
  target = get_target (self, before);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!yz_field_equal (yz_record_get_at (before, i), yz_record_get_at (after, i)))
      yz_record_set_at (target, i, yz_record_get_at (after, i));
}

void
yz_edit_delete (YzEdit *self, YzRecord *record)
{
  g_return_if_fail (YZ_IS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (record));

  add_change (self, YZ_VERB_DELETE, record);
}

void
yz_edit_restore (YzEdit *self, YzRecord *record)
{
  g_return_if_fail (YZ_IS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (record));

  add_change (self, YZ_VERB_RESTORE, record);
}

static void
drop_idle_sets (YzEdit *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      YzChange *change = g_ptr_array_index (self->changes, i - 1);

      if (change->verb != YZ_VERB_SET || !yz_record_equal (change->record, change->after))
        continue;
      if (g_hash_table_lookup (self->by_id, yz_record_get_id (change->record)) == change)
        g_hash_table_remove (self->by_id, yz_record_get_id (change->record));
      g_ptr_array_remove_index (self->changes, i - 1);
    }
}

guint
yz_edit_get_n_changes (YzEdit *self)
{
  g_return_val_if_fail (YZ_IS_EDIT (self), 0);

  drop_idle_sets (self);
  return self->changes->len;
}

const YzChange *
yz_edit_get_change (YzEdit *self, guint index)
{
  g_return_val_if_fail (YZ_IS_EDIT (self), NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);
  return g_ptr_array_index (self->changes, index);
}

static gboolean
check_change (const YzChange *change, GError **error)
{
  if (change->verb == YZ_VERB_CREATE)
    return yz_record_check (change->record, NULL, error);
  if (change->verb == YZ_VERB_SET)
    return yz_record_check (change->after, change->record, error);
  return TRUE;
}

gboolean
yz_edit_check (YzEdit *self, GError **error)
{
  g_return_val_if_fail (YZ_IS_EDIT (self), FALSE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const YzChange *change = g_ptr_array_index (self->changes, i);

      if (!check_change (change, error))
        {
          yz_record_prefix_error (change->record, error);
          return FALSE;
        }
    }
  return TRUE;
}
