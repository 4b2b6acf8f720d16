#include "config.h"

#include "yz-day-row.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzDayRow
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *verdict;
  GtkLabel *special;
  GtkLabel *usual;
};

G_DEFINE_FINAL_TYPE (YzDayRow, yz_day_row, GTK_TYPE_WIDGET)

static const char *
verdict_to_class (YzDayVerdict verdict)
{
  static const char *const classes[YZ_DAY_N_VERDICTS] = {
    [YZ_DAY_AS_USUAL] = "yz-state-open", [YZ_DAY_OTHER_HOURS] = "yz-state-planned", [YZ_DAY_CLOSED] = "yz-state-closed",
    [YZ_DAY_SILENT] = "yz-state-paused", [YZ_DAY_UNKNOWN] = "yz-state-unknown",
  };

  return classes[verdict];
}

static void
yz_day_row_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_day_row_parent_class)->dispose (object);
}

static void
yz_day_row_class_init (YzDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_day_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/days/yz-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzDayRow, name);
  gtk_widget_class_bind_template_child (widget_class, YzDayRow, place);
  gtk_widget_class_bind_template_child (widget_class, YzDayRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, YzDayRow, special);
  gtk_widget_class_bind_template_child (widget_class, YzDayRow, usual);
}

static void
yz_day_row_init (YzDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_usual (const YzDayFinding *finding)
{
  if (*finding->usual == '\0' || g_str_equal (finding->usual, finding->special))
    return g_strdup ("");
  /* Translators: %s are hours */
  return g_strdup_printf (_ ("usually %s"), finding->usual);
}

void
yz_day_row_show (YzDayRow *self, YzRecord *station, const YzDayFinding *finding)
{
  const char *district = station != NULL ? yz_record_get_text (station, "district") : NULL;
  g_autofree char *usual = NULL;
  const char *classes[] = { NULL, NULL };

  g_return_if_fail (YZ_IS_DAY_ROW (self));

  if (station == NULL || finding == NULL)
    return;
  usual = describe_usual (finding);
  gtk_label_set_text (self->name, yz_record_get_title (station));
  gtk_label_set_text (self->place, district != NULL ? district : "");
  gtk_label_set_text (self->verdict,
                      finding->reason != NULL ? finding->reason : yz_day_verdict_get_title (finding->verdict));
  gtk_label_set_text (self->special,
                      *finding->special != '\0' ? finding->special : yz_day_verdict_get_title (finding->verdict));
  gtk_label_set_text (self->usual, usual);
  classes[0] = verdict_to_class (finding->verdict);
  gtk_widget_set_css_classes (GTK_WIDGET (self->special), classes);
}
