#include "config.h"

#include "yz-stock-alarm.h"

#include "yz-stock-due-read.h"
#include "yz-stock-reading.h"

struct _YzStockAlarm
{
  GObject parent_instance;

  YzStockReading *reading;
  guint count;
};

G_DEFINE_FINAL_TYPE (YzStockAlarm, yz_stock_alarm, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
};

static GParamSpec *properties[PROP_COUNT + 1];

static gboolean
is_about_goods (YzStockDueType type)
{
  return type != YZ_STOCK_DUE_COUNT && type != YZ_STOCK_DUE_TRANSIT;
}

static gpointer
read_count (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzStockDues) dues = yz_stock_dues_read (store, NULL, NULL, -1, cancellable, error);
  guint *count;

  if (dues == NULL)
    return NULL;
  count = g_new0 (guint, 1);
  for (guint i = 0; i < dues->dues->len; i++)
    *count += is_about_goods (g_array_index (dues->dues, YzStockDue, i).type);
  return count;
}

static void
on_answered (YzStockAlarm *self)
{
  const guint *count = yz_stock_reading_get_answer (self->reading);

  if (count == NULL || self->count == *count)
    return;
  self->count = *count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
yz_stock_alarm_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    g_value_set_uint (value, YZ_STOCK_ALARM (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_alarm_dispose (GObject *object)
{
  g_clear_object (&YZ_STOCK_ALARM (object)->reading);

  G_OBJECT_CLASS (yz_stock_alarm_parent_class)->dispose (object);
}

static void
yz_stock_alarm_class_init (YzStockAlarmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_stock_alarm_get_property;
  object_class->dispose = yz_stock_alarm_dispose;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stock_alarm_init (YzStockAlarm *self)
{
}

YzStockAlarm *
yz_stock_alarm_new (YzInventory *inventory)
{
  YzStockAlarm *self;

  g_return_val_if_fail (YZ_IS_INVENTORY (inventory), NULL);

  self = g_object_new (YZ_TYPE_STOCK_ALARM, NULL);
  self->reading = yz_stock_reading_new (inventory, read_count, g_free);
  g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_object_set (self->reading, "active", TRUE, NULL);
  return self;
}
