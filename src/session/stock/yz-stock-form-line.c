#include "config.h"

#include "yz-stock-form-line.h"

#include "yz-stock-offer.h"
#include "yz-text.h"
#include "yz-value-text.h"

typedef enum
{
  PROP_QUANTITY = 1,
  PROP_LOT,
  PROP_EXPIRY,
  PROP_COST,
  PROP_PROPOSAL,
  PROP_ERROR,
} YzStockFormLineProperty;

struct _YzStockFormLine
{
  GObject parent_instance;

  YzRecord *item;
  YzRecord *lot; /* nullable: the only one that is meant */
  char *place;   /* nullable */
  char *texts[PROP_ERROR + 1];
  YzStockLots *offer; /* nullable */
  guint32 today;
};

G_DEFINE_FINAL_TYPE (YzStockFormLine, yz_stock_form_line, G_TYPE_OBJECT)

static const char *const names[] = { NULL, "quantity", "lot", "expiry", "cost", "proposal", "error" };
static GParamSpec *properties[PROP_ERROR + 1];
static guint offered_signal;

static const char *
get_text (YzStockFormLine *self, YzStockFormLineProperty property)
{
  return self->texts[property] != NULL ? self->texts[property] : "";
}

static void
set_text (YzStockFormLine *self, YzStockFormLineProperty property, const char *text)
{
  if (yz_set_str (&self->texts[property], text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
propose (YzStockFormLine *self)
{
  gint64 quantity = yz_stock_form_line_read_quantity (self);
  const char *lot = get_text (self, PROP_LOT);
  g_autofree char *proposal = NULL;

  if (self->offer != NULL && quantity > 0)
    proposal = yz_stock_offer_describe (self->offer, quantity, *lot != '\0' ? lot : NULL,
                                        yz_record_get_text (self->item, "unit"), self->today);
  set_text (self, PROP_PROPOSAL, proposal);
}

static void
yz_stock_form_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id >= PROP_QUANTITY && prop_id <= PROP_ERROR)
    g_value_set_string (value, get_text (YZ_STOCK_FORM_LINE (object), prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* Whoever mends a line has read what was wrong with it. */
static void
yz_stock_form_line_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockFormLine *self = YZ_STOCK_FORM_LINE (object);

  if (prop_id < PROP_QUANTITY || prop_id > PROP_COST)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (!yz_set_str (&self->texts[prop_id], g_value_get_string (value)))
    return;
  g_object_notify_by_pspec (object, pspec);
  yz_stock_form_line_set_error (self, NULL);
  propose (self);
}

static void
yz_stock_form_line_finalize (GObject *object)
{
  YzStockFormLine *self = YZ_STOCK_FORM_LINE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->lot);
  g_free (self->place);
  for (guint i = PROP_QUANTITY; i <= PROP_ERROR; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->offer, yz_stock_lots_free);

  G_OBJECT_CLASS (yz_stock_form_line_parent_class)->finalize (object);
}

static void
yz_stock_form_line_class_init (YzStockFormLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_form_line_get_property;
  object_class->set_property = yz_stock_form_line_set_property;
  object_class->finalize = yz_stock_form_line_finalize;

  for (guint i = PROP_QUANTITY; i <= PROP_ERROR; i++)
    properties[i] =
      g_param_spec_string (names[i], NULL, NULL, "", flags | (i <= PROP_COST ? G_PARAM_WRITABLE : (GParamFlags) 0));
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  offered_signal =
    g_signal_new ("offered", YZ_TYPE_STOCK_FORM_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_stock_form_line_init (YzStockFormLine *self)
{
}

YzStockFormLine *
yz_stock_form_line_new (YzRecord *item, gint64 quantity)
{
  YzStockFormLine *self;

  g_return_val_if_fail (YZ_IS_RECORD (item), NULL);

  self = g_object_new (YZ_TYPE_STOCK_FORM_LINE, NULL);
  self->item = g_object_ref (item);
  self->texts[PROP_QUANTITY] = g_strdup_printf ("%" G_GINT64_FORMAT, quantity);
  return self;
}

YzRecord *
yz_stock_form_line_get_item (YzStockFormLine *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);
  return self->item;
}

const char *
yz_stock_form_line_get (YzStockFormLine *self, const char *property)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);

  for (guint i = PROP_QUANTITY; i <= PROP_ERROR; i++)
    if (g_str_equal (names[i], property))
      return get_text (self, (YzStockFormLineProperty) i);
  g_return_val_if_reached ("");
}

void
yz_stock_form_line_set_place (YzStockFormLine *self, const char *place)
{
  g_return_if_fail (YZ_IS_STOCK_FORM_LINE (self));
  yz_set_str (&self->place, place);
}

const char *
yz_stock_form_line_get_place (YzStockFormLine *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);
  return self->place;
}

const char *
yz_stock_form_line_find_place (YzStockFormLine *self)
{
  const char *lot;
  guint index;

  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);

  lot = get_text (self, PROP_LOT);
  if (self->place != NULL || self->offer == NULL || *lot == '\0')
    return self->place;
  index = yz_stock_lots_find (self->offer, lot);
  return index != G_MAXUINT ? yz_stock_lots_get_place (self->offer, index) : NULL;
}

void
yz_stock_form_line_set_lot (YzStockFormLine *self, YzRecord *lot)
{
  g_return_if_fail (YZ_IS_STOCK_FORM_LINE (self));

  g_set_object (&self->lot, lot);
  g_object_set (self, "lot", lot != NULL ? yz_record_get_id (lot) : "", NULL);
}

YzRecord *
yz_stock_form_line_get_lot (YzStockFormLine *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);
  return self->lot;
}

void
yz_stock_form_line_set_offer (YzStockFormLine *self, YzStockLots *lots, guint32 today)
{
  g_return_if_fail (YZ_IS_STOCK_FORM_LINE (self));

  g_clear_pointer (&self->offer, yz_stock_lots_free);
  self->offer = lots;
  self->today = today;
  g_signal_emit (self, offered_signal, 0);
  propose (self);
}

YzStockLots *
yz_stock_form_line_get_offer (YzStockFormLine *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), NULL);
  return self->offer;
}

void
yz_stock_form_line_set_error (YzStockFormLine *self, const char *error)
{
  g_return_if_fail (YZ_IS_STOCK_FORM_LINE (self));
  set_text (self, PROP_ERROR, error);
}

gint64
yz_stock_form_line_read_quantity (YzStockFormLine *self)
{
  gint64 quantity;

  g_return_val_if_fail (YZ_IS_STOCK_FORM_LINE (self), -1);
  return yz_value_parse_integer (get_text (self, PROP_QUANTITY), yz_record_get_text (self->item, "unit"), &quantity) &&
             quantity >= 0
           ? quantity
           : -1;
}

void
yz_stock_form_line_add (YzStockFormLine *self, gint64 quantity)
{
  g_autofree char *text =
    g_strdup_printf ("%" G_GINT64_FORMAT, MAX (yz_stock_form_line_read_quantity (self), 0) + quantity);

  g_object_set (self, "quantity", text, NULL);
}
