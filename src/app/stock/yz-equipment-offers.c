#include "config.h"

#include "yz-equipment-offers.h"

#include <math.h>

#include "yz-equipment-proposals.h"
#include "yz-equipment-verbs.h"
#include "yz-kinds.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Nobody goes through more of them at a time. */
#define MOST_SHOWN 100

struct _YzEquipmentOffers
{
  GtkWidget parent_instance;

  GtkLabel *count_label;
  GtkListBox *list;

  YzSession *session;
  GPtrArray *proposals; /* nullable */
};

G_DEFINE_FINAL_TYPE (YzEquipmentOffers, yz_equipment_offers, GTK_TYPE_WIDGET)

/* "文昌阁驿站 → 柳荫巷驿站 · 2.1 km" */
static char *
describe_way (const YzEquipmentProposal *proposal)
{
  g_autofree char *distance = isnan (proposal->metres) ? NULL : yz_distance_to_words (proposal->metres);
  const char *from = proposal->from != NULL ? yz_record_get_title (proposal->from) : _ ("Nobody knows where");

  return g_strdup_printf ("%s → %s%s%s", from, yz_record_get_title (proposal->to), distance != NULL ? " · " : "",
                          distance != NULL ? distance : "");
}

/* "The service “冰箱” is paused · idle since 2026-07-14" */
static char *
describe_reason (const YzEquipmentProposal *proposal)
{
  const char *since = yz_record_get_text (proposal->piece, "state_since");
  g_autofree char *idle = since != NULL ? g_strdup_printf (_ ("idle since %s"), since) : NULL;

  return g_strdup_printf ("%s%s%s", proposal->reason, idle != NULL ? " · " : "", idle != NULL ? idle : "");
}

static GtkWidget *
make_row (const YzEquipmentProposal *proposal)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_ ("Move There"));
  const char *tag = yz_record_get_title (proposal->piece);
  g_autofree char *title = g_strdup_printf ("%s %s", yz_record_get_title (proposal->item), tag);
  g_autofree char *way = describe_way (proposal);
  g_autofree char *reason = describe_reason (proposal);

  gtk_box_append (GTK_BOX (lines), yz_widgets_make_label (title, "yz-name"));
  gtk_box_append (GTK_BOX (lines), yz_widgets_make_label (way, "yz-small"));
  gtk_box_append (GTK_BOX (lines), yz_widgets_make_label (reason, "yz-small"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (lines), "yz-dim");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "equipment.accept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tag);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

void
yz_equipment_offers_show (YzEquipmentOffers *self, YzSession *session, GPtrArray *proposals)
{
  guint n = proposals != NULL ? proposals->len : 0;
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  g_return_if_fail (YZ_IS_EQUIPMENT_OFFERS (self));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = proposals != NULL ? g_ptr_array_ref (proposals) : NULL;
  gtk_label_set_text (self->count_label, count);
  yz_widgets_clear_list (self->list);
  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (proposals, i)));
}

void
yz_equipment_offers_accept (YzEquipmentOffers *self, const char *tag)
{
  for (guint i = 0; self->proposals != NULL && i < self->proposals->len; i++)
    {
      const YzEquipmentProposal *proposal = g_ptr_array_index (self->proposals, i);
      g_autoptr (GDateTime) now = yz_clock_get_local (yz_session_get_clock (self->session));
      g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
      g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
      g_autoptr (YzEdit) edit = NULL;

      if (!g_str_equal (yz_record_get_title (proposal->piece), tag))
        continue;
      g_ptr_array_add (pieces, proposal->piece);
      edit = yz_equipment_make_move_to (pieces, proposal->to, today);
      yz_session_apply (self->session, edit);
      return;
    }
}

static void
yz_equipment_offers_dispose (GObject *object)
{
  YzEquipmentOffers *self = YZ_EQUIPMENT_OFFERS (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_equipment_offers_parent_class)->dispose (object);
}

static void
yz_equipment_offers_class_init (YzEquipmentOffersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_equipment_offers_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-equipment-offers.ui");
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentOffers, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentOffers, list);
}

static void
yz_equipment_offers_init (YzEquipmentOffers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
