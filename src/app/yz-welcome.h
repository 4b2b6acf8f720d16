/* The first thing a new user sees: look at the sample, bring a list, start empty, or open what is there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_WELCOME (yz_welcome_get_type ())

G_DECLARE_FINAL_TYPE (YzWelcome, yz_welcome, YZ, WELCOME, GtkWidget)

G_END_DECLS
