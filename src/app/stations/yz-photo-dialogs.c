#include "config.h"

#include "yz-photo-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LISTED 8

static void
add (GtkWidget *detail, GStrvBuilder *uris)
{
  g_auto (GStrv) list = g_strv_builder_end (uris);

  if (*list != NULL)
    gtk_widget_activate_action (detail, "detail.add-photos", "^as", list);
}

static void
on_files_chosen (GtkNativeDialog *dialog, int response, GtkWidget *detail)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *uri = g_file_get_uri (file);

      g_strv_builder_add (uris, uri);
    }
  add (detail, uris);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
yz_photo_dialog_choose (GtkWidget *detail)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Add Photos or Documents"),
                                                              GTK_WINDOW (gtk_widget_get_root (detail)),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Pictures and PDF documents"));
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/webp");
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), detail, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *detail)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    {
      g_autofree char *uri = g_file_get_uri (file->data);

      g_strv_builder_add (uris, uri);
    }
  add (detail, uris);
  return files != NULL;
}

void
yz_photo_dialog_accept_drops (GtkWidget *detail)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), detail, 0);
  gtk_widget_add_controller (detail, GTK_EVENT_CONTROLLER (target));
}

void
yz_photo_dialog_tell_refused (GtkWidget *detail, const char *const *refused)
{
  guint n_refused = g_strv_length ((char **) refused);
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%u file was not added", "%u files were not added", n_refused), n_refused);
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < MIN (n_refused, LISTED); i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", refused[i]);
  if (n_refused > LISTED)
    g_string_append (body, "\n…");
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (detail)), heading, body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
