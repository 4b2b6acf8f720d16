/*
 * The dialogs that GTK replaces one day: choosing files, telling something, about. Each ends in a callback, and each
 * verb that asks has an action with a parameter that does not.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YzFileChosen:
 * @file: what was chosen; the callback is not called when nothing was
 * @user_data: an object, which is kept until there is an answer
 */
typedef void (*YzFileChosen) (GFile *file, gpointer user_data);

/**
 * YzFilesChosen:
 * @files: (element-type GFile): at least one
 * @user_data: likewise
 */
typedef void (*YzFilesChosen) (GListModel *files, gpointer user_data);

/**
 * yz_dialogs_choose_workspace:
 *
 * Lets the user choose a workspace that exists.
 */
void yz_dialogs_choose_workspace (GtkWindow *parent, YzFileChosen chosen, gpointer user_data);

/**
 * yz_dialogs_choose_new_workspace:
 *
 * Lets the user say where a new workspace shall be.
 */
void yz_dialogs_choose_new_workspace (GtkWindow *parent, YzFileChosen chosen, gpointer user_data);

/**
 * yz_dialogs_choose_copy:
 * @name: what the copy is called at first
 */
void yz_dialogs_choose_copy (GtkWindow *parent, const char *name, YzFileChosen chosen, gpointer user_data);

/**
 * yz_dialogs_choose_lists:
 *
 * Lets the user choose tables and map files to import.
 */
void yz_dialogs_choose_lists (GtkWindow *parent, YzFilesChosen chosen, gpointer user_data);

/**
 * yz_dialogs_choose_events:
 *
 * Lets the user choose the list of events that the maker of a cabinet hands out.
 */
void yz_dialogs_choose_events (GtkWindow *parent, YzFileChosen chosen, gpointer user_data);

/**
 * yz_dialogs_choose_export:
 * @name: what the file is called at first, with the ending of its format
 */
void yz_dialogs_choose_export (GtkWindow *parent, const char *name, YzFileChosen chosen, gpointer user_data);

/**
 * yz_dialogs_open_folder:
 *
 * Shows a folder in the program that the desktop has for it.
 */
void yz_dialogs_open_folder (GtkWindow *parent, const char *path);

/**
 * yz_dialogs_tell:
 *
 * Says something that must not be overlooked.
 */
void yz_dialogs_tell (GtkWindow *parent, const char *heading, const char *body);

/**
 * yz_dialogs_confirm:
 * @verb: of the button, with a mnemonic: what is done then
 * @action: of @parent, with @target as its parameter (a floating reference is taken)
 *
 * Asks before something that undo does not take back; activates @action if the answer is yes.
 */
void yz_dialogs_confirm (GtkWindow *parent, const char *heading, const char *body, const char *verb,
                         const char *action, GVariant *target);

/**
 * yz_dialogs_show_about:
 *
 * Says what the program is, and whose.
 */
void yz_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
