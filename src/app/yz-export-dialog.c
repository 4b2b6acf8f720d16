#include "config.h"

#include "yz-export-dialog.h"

#include "yz-dialogs.h"
#include "yz-list-writer.h"

#include <glib/gi18n-lib.h>

struct _YzExportDialog
{
  AdwWindow parent_instance;

  AdwComboRow *what_row;
  AdwComboRow *format_row;
  AdwComboRow *datum_row;
  GtkSwitch *mask_switch;
  GtkEditable *purpose_row;

  const YzKind *kind;
};

G_DEFINE_FINAL_TYPE (YzExportDialog, yz_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the template's rows. */
static const YzListFormat formats[] = { YZ_LIST_FORMAT_XLSX,    YZ_LIST_FORMAT_ODS,        YZ_LIST_FORMAT_CSV,
                                        YZ_LIST_FORMAT_GEOJSON, YZ_LIST_FORMAT_GEOPACKAGE, YZ_LIST_FORMAT_KML };
static const char *const datums[] = { "wgs84", "gcj02", "bd09" };

static const char *
get_ending (YzExportDialog *self)
{
  return yz_list_format_get_ending (formats[adw_combo_row_get_selected (self->format_row) % G_N_ELEMENTS (formats)]);
}

/* Only what is not masked has a purpose. */
static char *
dup_purpose (YzExportDialog *self)
{
  if (gtk_switch_get_active (self->mask_switch))
    return g_strdup ("");
  return g_strstrip (g_strdup (gtk_editable_get_text (self->purpose_row)));
}

static void
update_actions (YzExportDialog *self)
{
  g_autofree char *purpose = dup_purpose (self);
  gboolean ready = gtk_switch_get_active (self->mask_switch) || *purpose != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", ready);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  YzExportDialog *self = YZ_EXPORT_DIALOG (data);

  if (g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "export.save", "s", g_file_peek_path (file));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzExportDialog *self = YZ_EXPORT_DIALOG (widget);
  g_autofree char *suggestion = g_strdup_printf ("%s%s", _ (self->kind->title_plural), get_ending (self));

  yz_dialogs_choose_export (GTK_WINDOW (self), suggestion, on_file_chosen, self);
}

/* A name that was typed without its ending gets the chosen format's. No file is replaced that was not named. */
static char *
complete_path (YzExportDialog *self, const char *path)
{
  YzListFormat format;
  g_autofree char *complete = g_strconcat (path, get_ending (self), NULL);

  if (yz_list_format_from_path (path, &format) || g_file_test (complete, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  return g_steal_pointer (&complete);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzExportDialog *self = YZ_EXPORT_DIALOG (widget);
  g_autofree char *path = complete_path (self, g_variant_get_string (parameter, NULL));
  g_autofree char *purpose = dup_purpose (self);
  const char *datum = datums[adw_combo_row_get_selected (self->datum_row) % G_N_ELEMENTS (datums)];
  gboolean selection = adw_combo_row_get_selected (self->what_row) == 1;

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.export-to", "(sssb)",
                              path, datum, purpose, selection);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_what (YzExportDialog *self, guint n_listed, guint n_selected)
{
  g_autoptr (GtkStringList) whats = gtk_string_list_new (NULL);
  /* Translators: what is exported; %u is how many records */
  g_autofree char *listed = g_strdup_printf (_ ("Current list (%u)"), n_listed);
  g_autofree char *selected = g_strdup_printf (_ ("Selection (%u)"), n_selected);

  gtk_string_list_append (whats, listed);
  if (n_selected > 0)
    gtk_string_list_append (whats, selected);
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (whats));
  adw_combo_row_set_selected (self->what_row, n_selected > 1 ? 1 : 0);
}

static void
yz_export_dialog_class_init (YzExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YzExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, YzExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, YzExportDialog, datum_row);
  gtk_widget_class_bind_template_child (widget_class, YzExportDialog, mask_switch);
  gtk_widget_class_bind_template_child (widget_class, YzExportDialog, purpose_row);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "export.save", "s", save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_export_dialog_init (YzExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_export_dialog_new (GtkWindow *parent, const YzKind *kind, guint n_listed, guint n_selected)
{
  YzExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && kind != NULL, NULL);

  self = g_object_new (YZ_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->kind = kind;
  fill_what (self, n_listed, n_selected);
  gtk_widget_set_visible (GTK_WIDGET (self->datum_row), yz_kind_find_field (kind, "lon") != NULL);
  return GTK_WIDGET (self);
}
