#include "config.h"

#include "yz-inventory.h"

#include "yz-kinds.h"
#include "yz-stock-holder.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>

#define LOOK_FOR_MIDNIGHT_SECONDS 60

struct _YzInventory
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store; /* followed */
  gulong store_changed_id;
  char *place;       /* "" for all */
  char *wanted;      /* that is being looked up, else as @place */
  gboolean is_place; /* not a station */
  char *title;
  guint32 today;
  guint midnight_id;
  guint changed_id;
  GCancellable *cancellable; /* of the question what the place is called */
};

G_DEFINE_FINAL_TYPE (YzInventory, yz_inventory, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLACE = 1,
  PROP_TITLE,
} YzInventoryProperty;

static GParamSpec *properties[PROP_TITLE + 1];
static guint changed_signal;

void
yz_inventory_scope_free (YzInventoryScope *scope)
{
  g_free (scope->station);
  g_free (scope->place);
  g_free (scope);
}

static guint32
find_today (YzInventory *self)
{
  g_autoptr (GDateTime) local = yz_clock_get_local (yz_session_get_clock (self->session));
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&day);
}

static gboolean
tell_changed (gpointer data)
{
  YzInventory *self = YZ_INVENTORY (data);

  self->changed_id = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

/* Several things that come together are one change. */
static void
change (YzInventory *self)
{
  if (self->changed_id == 0)
    self->changed_id = g_idle_add (tell_changed, self);
}

/* --- what is chosen ----------------------------------------------------------------------------------------------- */

/* Place, title and what kind of place it is become another all at once. */
static void
choose (YzInventory *self, const char *place, gboolean is_place, const char *title)
{
  gboolean other = yz_set_str (&self->place, place);

  self->is_place = is_place;
  if (yz_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
  change (self);
}

static void
find_in_thread (GTask *task, gpointer store, gpointer id, GCancellable *cancellable)
{
  GError *error = NULL;
  YzRecord *record = yz_stock_holder_load (store, id, &error);

  if (record != NULL)
    g_task_return_pointer (task, record, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzInventory) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) record = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (record != NULL)
    choose (self, self->wanted, yz_record_get_kind (record) == &yz_place_kind, yz_record_get_title (record));
  else if (g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    g_object_set (self, "place", "", NULL);
  else if (self->session != NULL)
    yz_session_report_error (self->session, error);
}

static void
find_place (YzInventory *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*self->wanted == '\0' || self->store == NULL)
    {
      choose (self, "", FALSE, _ ("All stations"));
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self->store, self->cancellable, on_found, g_object_ref (self));
  g_task_set_source_tag (task, find_place);
  g_task_set_task_data (task, g_strdup (self->wanted), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* --- what is followed --------------------------------------------------------------------------------------------- */

static gboolean
concerns_stock (const char *kind)
{
  static const char *const kinds[] = { "item",      "lot",        "place",   "stock_level", "movement", "transfer",
                                       "stocktake", "count_line", "station", "cabinet",     "pickup",   "kit" };

  if (kind == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return TRUE;
  return FALSE;
}

static void
on_store_changed (YzInventory *self, const char *kind)
{
  if (concerns_stock (kind))
    find_place (self); /* which may be called something else now */
}

static void
leave_store (YzInventory *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
}

static void
on_store_notify (YzInventory *self)
{
  YzStore *store = yz_session_get_store (self->session);

  leave_store (self);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->store_changed_id =
        g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
    }
  yz_set_str (&self->wanted, "");
  find_place (self);
}

static gboolean
look_for_midnight (gpointer data)
{
  YzInventory *self = YZ_INVENTORY (data);
  guint32 today = find_today (self);

  if (self->today != today)
    change (self);
  self->today = today;
  return G_SOURCE_CONTINUE;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
yz_inventory_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzInventory *self = YZ_INVENTORY (object);

  switch ((YzInventoryProperty) prop_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_inventory_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzInventory *self = YZ_INVENTORY (object);
  const char *place = g_value_get_string (value);

  if (prop_id != PROP_PLACE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (yz_set_str (&self->wanted, place != NULL ? place : ""))
    find_place (self);
}

static void
yz_inventory_dispose (GObject *object)
{
  YzInventory *self = YZ_INVENTORY (object);

  leave_store (self);
  g_clear_handle_id (&self->midnight_id, g_source_remove);
  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_inventory_parent_class)->dispose (object);
}

static void
yz_inventory_finalize (GObject *object)
{
  g_clear_pointer (&YZ_INVENTORY (object)->place, g_free);
  g_clear_pointer (&YZ_INVENTORY (object)->wanted, g_free);
  g_clear_pointer (&YZ_INVENTORY (object)->title, g_free);

  G_OBJECT_CLASS (yz_inventory_parent_class)->finalize (object);
}

static void
yz_inventory_class_init (YzInventoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_inventory_get_property;
  object_class->set_property = yz_inventory_set_property;
  object_class->dispose = yz_inventory_dispose;
  object_class->finalize = yz_inventory_finalize;

  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  changed_signal = g_signal_new ("changed", YZ_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_inventory_init (YzInventory *self)
{
  self->place = g_strdup ("");
  self->wanted = g_strdup ("");
}

YzInventory *
yz_inventory_new (YzSession *session)
{
  YzInventory *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_INVENTORY, NULL);
  self->session = g_object_ref (session);
  self->today = find_today (self);
  self->midnight_id = g_timeout_add_seconds (LOOK_FOR_MIDNIGHT_SECONDS, look_for_midnight, self);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  on_store_notify (self);
  return self;
}

YzSession *
yz_inventory_get_session (YzInventory *self)
{
  g_return_val_if_fail (YZ_IS_INVENTORY (self), NULL);
  return self->session;
}

const char *
yz_inventory_get_place (YzInventory *self)
{
  g_return_val_if_fail (YZ_IS_INVENTORY (self), NULL);
  return *self->place != '\0' ? self->place : NULL;
}

YzInventoryScope *
yz_inventory_dup_scope (YzInventory *self)
{
  YzInventoryScope *scope;

  g_return_val_if_fail (YZ_IS_INVENTORY (self), NULL);

  scope = g_new0 (YzInventoryScope, 1);
  if (*self->place != '\0')
    *(self->is_place ? &scope->place : &scope->station) = g_strdup (self->place);
  scope->now = yz_clock_get_now (yz_session_get_clock (self->session));
  scope->today = find_today (self);
  return scope;
}
