#include "config.h"

#include "yz-history.h"

#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define PAGE 100

struct _YzHistoryItem
{
  GObject parent_instance;

  YzHistoryEntry *entry;
  GPtrArray *lines;
  char *when;
  char *what;
};

G_DEFINE_FINAL_TYPE (YzHistoryItem, yz_history_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_WHEN = 1,
  PROP_WHO,
  PROP_WHAT,
  PROP_SUBJECT,
  PROP_CAN_REVERT,
} YzHistoryItemProperty;

static GParamSpec *properties[PROP_CAN_REVERT + 1];

static void
line_free (gpointer data)
{
  YzHistoryLine *line = data;

  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

static void
yz_history_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzHistoryItem *self = YZ_HISTORY_ITEM (object);

  switch ((YzHistoryItemProperty) prop_id)
    {
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->entry->action->who);
      break;
    case PROP_WHAT:
      g_value_set_string (value, self->what);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->entry->record_title);
      break;
    case PROP_CAN_REVERT:
      g_value_set_boolean (value, self->entry->seq != 0 && self->entry->verb == YZ_VERB_SET);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_history_item_finalize (GObject *object)
{
  YzHistoryItem *self = YZ_HISTORY_ITEM (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->entry, yz_history_entry_unref);
  g_clear_pointer (&self->when, g_free);
  g_clear_pointer (&self->what, g_free);

  G_OBJECT_CLASS (yz_history_item_parent_class)->finalize (object);
}

static void
yz_history_item_class_init (YzHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_history_item_get_property;
  object_class->finalize = yz_history_item_finalize;

  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_CAN_REVERT] = g_param_spec_boolean ("can-revert", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_history_item_init (YzHistoryItem *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

static char *
format_when (gint64 at, int this_year)
{
  g_autoptr (GDateTime) local = yz_office_time (at);

  return g_date_time_format (local, g_date_time_get_year (local) == this_year ? "%m-%d %H:%M" : "%Y-%m-%d %H:%M");
}

char *
yz_history_dup_what (const YzAction *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  switch (action->mode)
    {
    case YZ_ACTION_UNDO:
      /* Translators: %s is what was done, "Edit" */
      return g_strdup_printf (_ ("Undo: %s"), _ (action->label));
    case YZ_ACTION_REDO:
      return g_strdup_printf (_ ("Redo: %s"), _ (action->label));
    case YZ_ACTION_DO:
    default:
      return g_strdup (_ (action->label));
    }
}

static char *
format_value (YzStore *store, const YzField *field, GVariant *value)
{
  return value != NULL ? yz_value_to_words (store, field, value, FALSE) : NULL;
}

static YzHistoryItem *
history_item_new (YzStore *store, YzHistoryEntry *entry, int this_year)
{
  YzHistoryItem *self = g_object_new (YZ_TYPE_HISTORY_ITEM, NULL);

  self->entry = yz_history_entry_ref (entry);
  self->when = format_when (entry->action->at, this_year);
  self->what = yz_history_dup_what (entry->action);
  for (guint i = 0; entry->fields != NULL && i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);
      YzHistoryLine *line = g_new0 (YzHistoryLine, 1);

      line->title = _ (change->field->title);
      line->before = format_value (store, change->field, change->before);
      line->after = format_value (store, change->field, change->after);
      g_ptr_array_add (self->lines, line);
    }
  return self;
}

GPtrArray *
yz_history_item_get_lines (YzHistoryItem *self)
{
  g_return_val_if_fail (YZ_IS_HISTORY_ITEM (self), NULL);
  return self->lines;
}

gint64
yz_history_item_get_change (YzHistoryItem *self)
{
  g_return_val_if_fail (YZ_IS_HISTORY_ITEM (self), 0);
  return self->entry->seq;
}

struct _YzHistory
{
  GObject parent_instance;

  YzSession *session;
  char *record_id; /* NULL for everything, "" for nothing */
  GListStore *items;
  gint64 oldest; /* action of the last item */
  YzStore *store;
  gulong changed_id;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzHistory, yz_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
history_get_item_type (GListModel *model)
{
  return YZ_TYPE_HISTORY_ITEM;
}

static guint
history_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YZ_HISTORY (model)->items));
}

static gpointer
history_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (YZ_HISTORY (model)->items), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = history_get_item_type;
  iface->get_n_items = history_get_n_items;
  iface->get_item = history_get_item;
}

static void
on_items_changed (GListModel *items, guint position, guint removed, guint added, YzHistory *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static int
get_this_year (YzHistory *self)
{
  g_autoptr (GDateTime) local = yz_clock_get_local (yz_session_get_clock (self->session));

  return g_date_time_get_year (local);
}

static GPtrArray *
read_page (YzHistory *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store == NULL || g_strcmp0 (self->record_id, "") == 0)
    return items;

  entries = yz_store_get_history (self->store, self->record_id, self->oldest, PAGE, &error);
  if (error != NULL)
    yz_session_report_error (self->session, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      YzHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (items, history_item_new (self->store, entry, get_this_year (self)));
      self->oldest = entry->action->seq;
    }
  return items;
}

static void
reload (YzHistory *self)
{
  g_autoptr (GPtrArray) items = NULL;

  self->oldest = 0;
  items = read_page (self);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
on_store_changed (YzStore *store, const char *kind, const char *const *ids, YzHistory *self)
{
  reload (self);
}

static void
on_store_replaced (YzHistory *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_id, self->store);
  g_set_object (&self->store, yz_session_get_store (self->session));
  if (self->store != NULL)
    self->changed_id = g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  reload (self);
}

static void
yz_history_finalize (GObject *object)
{
  YzHistory *self = YZ_HISTORY (object);

  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_pointer (&self->record_id, g_free);

  G_OBJECT_CLASS (yz_history_parent_class)->finalize (object);
}

static void
yz_history_class_init (YzHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_history_finalize;
}

static void
yz_history_init (YzHistory *self)
{
  self->record_id = g_strdup ("");
  self->items = g_list_store_new (YZ_TYPE_HISTORY_ITEM);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (on_items_changed), self, 0);
}

YzHistory *
yz_history_new (YzSession *session)
{
  YzHistory *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_HISTORY, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_replaced), self, G_CONNECT_SWAPPED);
  on_store_replaced (self);
  return self;
}

void
yz_history_set_record (YzHistory *self, const char *record_id)
{
  g_return_if_fail (YZ_IS_HISTORY (self));

  if (g_strcmp0 (self->record_id, record_id) == 0)
    return;
  g_free (self->record_id);
  self->record_id = g_strdup (record_id);
  reload (self);
}

gboolean
yz_history_load_more (YzHistory *self)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (YZ_IS_HISTORY (self), FALSE);

  if (self->oldest == 0)
    return FALSE;
  items = read_page (self);
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, items->pdata, items->len);
  return items->len > 0;
}

void
yz_history_revert (YzHistory *self, gint64 change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL;

  g_return_if_fail (YZ_IS_HISTORY (self));

  edit = yz_store_make_revert (self->store, change, &error);
  if (edit != NULL)
    yz_session_apply (self->session, edit);
  else
    yz_session_report_error (self->session, error);
}
