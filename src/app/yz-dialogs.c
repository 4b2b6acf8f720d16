#include "config.h"

#include "yz-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  YzFileChosen file_chosen;
  YzFilesChosen files_chosen;
  GObject *user_data;
} Question;

static void
on_response (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && g_list_model_get_n_items (files) > 0)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, 0);

      if (question->file_chosen != NULL)
        question->file_chosen (file, question->user_data);
      else
        question->files_chosen (files, question->user_data);
    }
  g_object_unref (question->user_data);
  g_free (question);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooser *
make_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  return GTK_FILE_CHOOSER (native);
}

static void
ask (GtkFileChooser *chooser, YzFileChosen file_chosen, YzFilesChosen files_chosen, gpointer user_data)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ file_chosen, files_chosen, g_object_ref (user_data) };
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_workspace_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "yizhan", NULL };

  add_filter (chooser, _ ("Yizhan workspaces"), suffixes);
  add_filter (chooser, _ ("All files"), NULL);
}

void
yz_dialogs_choose_workspace (GtkWindow *parent, YzFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *chooser = make_chooser (parent, _ ("Open a Workspace"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  add_workspace_filters (chooser);
  ask (chooser, chosen, NULL, user_data);
}

void
yz_dialogs_choose_new_workspace (GtkWindow *parent, YzFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *chooser = make_chooser (parent, _ ("New Workspace"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));

  add_workspace_filters (chooser);
  /* Translators: name of a new file; keep the ending */
  gtk_file_chooser_set_current_name (chooser, _ ("Stations.yizhan"));
  ask (chooser, chosen, NULL, user_data);
}

void
yz_dialogs_choose_copy (GtkWindow *parent, const char *name, YzFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *chooser = make_chooser (parent, _ ("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));

  add_workspace_filters (chooser);
  gtk_file_chooser_set_current_name (chooser, name);
  ask (chooser, chosen, NULL, user_data);
}

void
yz_dialogs_choose_lists (GtkWindow *parent, YzFilesChosen chosen, gpointer user_data)
{
  static const char *const suffixes[] = { "csv",  "tsv",  "txt", "xlsx", "ods", "geojson",
                                          "json", "gpkg", "kml", "shp",  NULL };
  GtkFileChooser *chooser = make_chooser (parent, _ ("Import a List"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"));

  add_filter (chooser, _ ("Tables and map files"), suffixes);
  add_filter (chooser, _ ("All files"), NULL);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  ask (chooser, NULL, chosen, user_data);
}

void
yz_dialogs_choose_events (GtkWindow *parent, YzFileChosen chosen, gpointer user_data)
{
  static const char *const suffixes[] = { "csv", "json", "xlsx", "txt", NULL };
  GtkFileChooser *chooser =
    make_chooser (parent, _ ("Bring in What Cabinets Told"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  add_filter (chooser, _ ("CSV, JSON and spreadsheets"), suffixes);
  add_filter (chooser, _ ("All files"), NULL);
  ask (chooser, chosen, NULL, user_data);
}

void
yz_dialogs_choose_export (GtkWindow *parent, const char *name, YzFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *chooser = make_chooser (parent, _ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));

  gtk_file_chooser_set_current_name (chooser, name);
  ask (chooser, chosen, NULL, user_data);
}

void
yz_dialogs_open_folder (GtkWindow *parent, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
yz_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  char *action;
  GVariant *target;
} Confirmed;

static void
confirmed_free (gpointer data, GClosure *closure)
{
  Confirmed *confirmed = data;

  g_free (confirmed->action);
  g_clear_pointer (&confirmed->target, g_variant_unref);
  g_free (confirmed);
}

static void
on_confirmed (AdwMessageDialog *dialog, const char *response, Confirmed *confirmed)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_str_equal (response, "do") && parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), confirmed->action, confirmed->target);
}

void
yz_dialogs_confirm (GtkWindow *parent, const char *heading, const char *body, const char *verb, const char *action,
                    GVariant *target)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Confirmed *confirmed = g_new (Confirmed, 1);

  confirmed->action = g_strdup (action);
  confirmed->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "do", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_confirmed), confirmed, confirmed_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
yz_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _ ("Yizhan"), "application-icon", APP_ID, "version",
                         PACKAGE_VERSION, "developer-name", _ ("The Yizhan developers"), "comments",
                         _ ("Run union service stations: register, map, hours and services"), "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* Translators: put your own names here, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}
