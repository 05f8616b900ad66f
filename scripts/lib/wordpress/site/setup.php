<?php
// Installs the site and prints its users with their passwords as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('SITE_URL'), PHP_URL_PORT);
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
require getenv('SITE_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
ob_start();
wp_install('Mingxin Leather News', 'administrator', 'administrator@example.com', true, '', wp_generate_password(20, false));
ob_end_clean();
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
$wp_rewrite->flush_rules(false);
switch_theme('twentytwentyfive');
foreach (['Industry news' => 'industry-news', '行业新闻' => 'hang-ye'] as $name => $slug) {
    wp_insert_term($name, 'category', ['slug' => $slug]);
}
$users = [];
foreach (['administrator', 'editor', 'author', 'contributor'] as $role) {
    $password = wp_generate_password(20, false);
    $known = get_user_by('login', $role);
    $id = $known ? $known->ID : wp_insert_user(['user_login' => $role, 'user_pass' => $password, 'user_email' => "$role@example.com", 'role' => $role]);
    wp_set_password($password, $id);
    [$application] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'tests']);
    // The editor's welcome would stand in the way.
    update_user_meta($id, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false, 'fullscreenMode' => false], '_modified' => gmdate('c')]);
    $users[$role] = ['login' => $role, 'password' => $password, 'applicationPassword' => $application];
}
echo json_encode($users);
