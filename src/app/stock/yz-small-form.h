/*
 * A window with a few rows and one verb. What is refused is said in the form, which stays as it was filled in; it
 * closes when the verb is done.
 */
#pragma once

#include "yz-stock-doing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_SMALL_FORM (yz_small_form_get_type ())

G_DECLARE_FINAL_TYPE (YzSmallForm, yz_small_form, YZ, SMALL_FORM, AdwWindow)

/**
 * YzSmallFormAccept:
 *
 * Called when the verb is clicked or Enter is pressed: reads the rows, and calls yz_small_form_do() or
 * yz_small_form_refuse().
 */
typedef void (*YzSmallFormAccept) (YzSmallForm *form, gpointer user_data);

/**
 * yz_small_form_new:
 * @title, @verb: translated
 * @user_data: (transfer full): for @accept
 *
 * Returns: (transfer none): a window
 */
YzSmallForm *yz_small_form_new (GtkWindow *parent, YzSession *session, const char *title, const char *verb,
                                YzSmallFormAccept accept, gpointer user_data, GDestroyNotify free_user_data);

/* A row each; they return (transfer none) what is filled in. */
GtkEditable   *yz_small_form_add_entry (YzSmallForm *self, const char *title, const char *text);
GtkSpinButton *yz_small_form_add_number (YzSmallForm *self, const char *title, gint64 lowest, gint64 highest,
                                         gint64 value);
void           yz_small_form_add_widget (YzSmallForm *self, const char *title, GtkWidget *widget);

/**
 * yz_small_form_add_when:
 *
 * Adds a row that says when it happened, as people in a hurry type it; empty for now.
 */
void yz_small_form_add_when (YzSmallForm *self);

/**
 * yz_small_form_read_when:
 * @at: (out): milliseconds since 1970-01-01T00:00Z
 *
 * Returns: %FALSE after saying in the form what is wrong with it
 */
gboolean yz_small_form_read_when (YzSmallForm *self, gint64 *at);

/**
 * yz_small_form_set_description:
 *
 * Says above the rows what it is about.
 */
void yz_small_form_set_description (YzSmallForm *self, const char *description);

/**
 * yz_small_form_refuse:
 * @message: translated
 */
void yz_small_form_refuse (YzSmallForm *self, const char *message);

/**
 * yz_small_form_do:
 *
 * As yz_stock_do_async(); the form waits, then closes or says why not.
 */
void yz_small_form_do (YzSmallForm *self, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data);

G_END_DECLS
