#include "config.h"

#include "yz-slot-pips.h"

#include "yz-drawing.h"

#define SIZE 5
#define GAP 2
#define MAX_PIPS 6

struct _YzSlotPips
{
  GtkWidget parent_instance;

  guint n_all;
  guint n_full;
  guint n_free;       /* of the full ones, those that nobody has reserved */
  const char *colour; /* of style.css */
};

G_DEFINE_FINAL_TYPE (YzSlotPips, yz_slot_pips, GTK_TYPE_WIDGET)

static void
yz_slot_pips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzSlotPips *self = YZ_SLOT_PIPS (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double x = (width - self->n_all * (SIZE + GAP) + GAP) / 2;
  cairo_t *cr;

  if (self->n_all == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < self->n_all; i++, x += SIZE + GAP)
    {
      yz_draw_rounded_rectangle (cr, x, (height - SIZE) / 2, SIZE, SIZE, 1);
      yz_draw_set_colour (cr, widget, i < self->n_free ? self->colour : i < self->n_full ? "yz_planned" : "yz_line");
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
yz_slot_pips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? SIZE : MAX_PIPS * (SIZE + GAP) - GAP;
}

static void
yz_slot_pips_class_init (YzSlotPipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = yz_slot_pips_snapshot;
  widget_class->measure = yz_slot_pips_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yz_slot_pips_init (YzSlotPips *self)
{
}

GtkWidget *
yz_slot_pips_new (void)
{
  return g_object_new (YZ_TYPE_SLOT_PIPS, NULL);
}

static const char *
find_colour (YzSlotState state)
{
  return state == YZ_SLOT_FINE || state == YZ_SLOT_RESERVED ? "yz_open" : "yz_paused";
}

void
yz_slot_pips_show (YzSlotPips *self, const YzSlot *slot)
{
  g_return_if_fail (YZ_IS_SLOT_PIPS (self));

  self->n_all = (guint) CLAMP (slot->capacity, 0, MAX_PIPS);
  self->n_full = 0;
  /* where more fit than there are dots, one is lit as long as there is anything */
  if (slot->capacity > 0 && slot->there > 0)
    self->n_full = (guint) CLAMP (slot->there * self->n_all / slot->capacity, 1, (gint64) self->n_all);
  self->n_free = self->n_full;
  if (slot->reserved > 0 && slot->capacity > 0)
    self->n_free =
      (guint) CLAMP ((slot->there - slot->reserved) * self->n_all / slot->capacity, 0, (gint64) self->n_full);
  self->colour = find_colour (slot->state);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
