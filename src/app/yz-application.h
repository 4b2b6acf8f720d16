/* The running program: its windows, one for each workspace, and the verbs that belong to none of them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_APPLICATION (yz_application_get_type ())

/**
 * YzApplication:
 *
 * Actions: "app.open" (s, a URI), "app.create" (s, a path), "app.new-workspace", "app.open-sample",
 * "app.preferences", "app.about", "app.quit".
 */
G_DECLARE_FINAL_TYPE (YzApplication, yz_application, YZ, APPLICATION, AdwApplication)

/**
 * yz_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
YzApplication *yz_application_new (void);

/**
 * yz_application_get_status:
 *
 * Returns: what the program exits with: not 0 if a picture was asked for and could not be taken
 */
int yz_application_get_status (YzApplication *self);

G_END_DECLS
